import { baseName, type Format, withoutExtension } from '@labelport/format'
import type { KnownNames } from './known-names.ts'

/** What the name of a document is told by. */
export interface NameClues {
  /** The file's path. */
  readonly path: string
  /** The folder of the cabinet the file lies in; undefined when it lies in none. */
  readonly folder: string | undefined
  /** The names the project knows; none when it tells none. */
  readonly known: KnownNames
  readonly format: Format
}

/**
 * The name of the document in a file. Exports append the format's ending (`a.txt.json`), put it in place
 * of the document's (`a.json`), or leave the name alone, and newer ones put the folder's name before it;
 * the names the project knows decide, and without them the format's usual way.
 */
export function documentNameOf({ path, folder, known, format }: NameClues): string {
  const file = baseName(path)
  const bare = memberName(path, folder)
  if (known.all.size > 0) {
    for (const name of file === bare ? [file] : [file, bare]) {
      const stem = withoutExtension(name, format.extensions)
      const candidates = format.reader?.names === 'same' ? [name, stem] : [stem, name]
      const found = candidates.find((candidate) => known.all.has(candidate.normalize('NFC')))
      if (found !== undefined) return found
      const replaced = stem === name ? undefined : known.withStem(stem)
      if (replaced !== undefined) return replaced
    }
  }
  return format.reader?.names === 'same' ? bare : withoutExtension(bare, format.extensions)
}

/** The name of a file without the folder's name that newer exports put before it. */
export function memberName(path: string, folder: string | undefined): string {
  const file = baseName(path)
  if (folder === undefined || !file.startsWith(folder)) return file
  const prefix = folder.length + 1
  return file[folder.length] === '-' && file.length > prefix ? file.slice(prefix) : file
}
