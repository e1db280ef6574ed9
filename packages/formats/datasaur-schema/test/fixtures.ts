import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../fixtures')

/** All fixtures as bytes, by their paths seen from here: one is not UTF-8 on purpose. */
export const fixtures: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const key = `../fixtures/${path.slice(folder.length + 1).replaceAll('\\', '/')}`
      return [key, new Uint8Array(readFileSync(path))]
    }),
)

/** The bytes of one fixture. */
export function fixture(name: string): Uint8Array {
  const bytes = fixtures[`../fixtures/${name}`]
  if (bytes === undefined) throw new Error(`No fixture ${name}.`)
  return bytes
}

/** The name an export would tell for a file. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '')
}
