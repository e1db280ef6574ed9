import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Source } from '@labelport/format'
import { reading } from './errors.ts'
import { fileSource } from './file-source.ts'

/**
 * All files of a folder and its folders, by path in the order of code units. Links are followed as long as
 * they stay inside the folder. Throws FormatError `node/cannot-read`.
 */
export function folderSources(directory: string): readonly Source[] {
  const root = reading(directory, () => realpathSync(directory))
  const sources: Source[] = []
  walk(root, '', new Set([root]))
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1))

  function walk(folder: string, path: string, above: ReadonlySet<string>): void {
    const entries = reading(folder, () => readdirSync(folder, { withFileTypes: true }))
    for (const entry of entries) {
      const file = join(folder, entry.name)
      const name = path === '' ? entry.name : `${path}/${entry.name}`
      const target = entry.isSymbolicLink() ? insideTarget(file, root) : file
      if (target === undefined) continue
      const kind = kindOf(entry, target)
      if (kind === 'file') sources.push(fileSource(target, name))
      // A link to a folder above would never end.
      if (kind === 'folder' && !above.has(target)) walk(target, name, new Set([...above, target]))
    }
  }
}

/** Where a link leads; undefined when it leads nowhere or out of the folder. */
function insideTarget(link: string, root: string): string | undefined {
  try {
    const target = realpathSync(link)
    return target.startsWith(root + sep) ? target : undefined
  } catch {
    return undefined
  }
}

function kindOf(entry: Dirent, target: string): 'file' | 'folder' | 'other' {
  const stats = entry.isSymbolicLink() ? reading(target, () => statSync(target)) : entry
  if (stats.isFile()) return 'file'
  return stats.isDirectory() ? 'folder' : 'other'
}
