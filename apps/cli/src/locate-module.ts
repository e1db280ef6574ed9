import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The address of a module that a person names: a file, the folder of a package, or a package that is installed
 * in the folder one is in or above it. Undefined when there is none. (`import` itself would look beside this
 * program.) Throws SyntaxError for a manifest that is no JSON.
 */
export function locateModule(name: string, cwd: string): string | undefined {
  const path = resolve(cwd, name)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return pathToFileURL(path).href
  if (found?.isDirectory()) return entryOf(path)
  if (isAbsolute(name) || name.startsWith('.')) return undefined
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const installed = join(folder, 'node_modules', name)
    if (existsSync(join(installed, 'package.json'))) return entryOf(installed)
    if (folder === dirname(folder)) return undefined
  }
}

/** The module a package's folder stands for, as its manifest says. */
function entryOf(folder: string): string | undefined {
  const manifest = join(folder, 'package.json')
  const { exports, main }: Manifest = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, 'utf8'))
    : {}
  const entry = exportedFile(exports) ?? (typeof main === 'string' ? main : 'index.js')
  const path = join(folder, entry)
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? pathToFileURL(path).href : undefined
}

interface Manifest {
  readonly exports?: unknown
  readonly main?: unknown
}

const conditions = /^(?:\.|node|import|default)$/

/** The file that `exports` names for `import` in Node; undefined when it names none. */
function exportedFile(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports
  if (typeof exports !== 'object' || exports === null) return undefined
  for (const [condition, value] of Object.entries(exports)) {
    if (!conditions.test(condition)) continue
    const file = exportedFile(value)
    if (file !== undefined) return file
  }
  return undefined
}
