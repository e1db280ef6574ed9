import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes of a file, or of all files in a folder, and one SHA-256 of their names and contents. */
export function filesIn(path) {
  const hash = createHash('sha256')
  let bytes = 0
  const names = statSync(path).isFile()
    ? ['']
    : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  for (const name of names) {
    const file = join(path, name)
    if (statSync(file).isDirectory()) continue
    const content = readFileSync(file)
    hash.update(`${name}\n${content.length}\n`).update(content)
    bytes += content.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
