import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Failure } from '../exit.ts'
import { notePath, readNote } from './data-set-note.ts'

/**
 * Whether a folder is a complete data set in shards, with nothing else in it. Throws Failure when there is something
 * else, which replacing the folder would remove.
 */
export function mayBeReplaced(folder: string, shown: string): boolean {
  const note = readNote(folder)
  if (note === undefined || note.part !== undefined) return false
  const own = new Set([
    notePath,
    ...note.shards.flatMap(({ record }) => record.files),
    ...Object.keys(note.beside),
  ])
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
    if (entry.isDirectory() || own.has(path) || droppings.has(entry.name)) continue
    throw new Failure(
      `"${shown}" holds "${path}", which labelport did not write and --incremental would remove. Move it, or give --overwrite too.`,
    )
  }
  return true
}

/** What file managers leave in every folder they show. */
const droppings: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])
