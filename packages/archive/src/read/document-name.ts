import { baseName, type Format, withoutExtension } from '@labelport/format'

/** What the name of a document is told by. */
export interface NameClues {
  /** The file's path. */
  readonly path: string
  /** The folder of the cabinet the file lies in. */
  readonly folder?: string
  /** The names the project knows; empty when it tells none. */
  readonly known: ReadonlySet<string>
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
  for (const name of file === bare ? [file] : [file, bare]) {
    const stem = withoutExtension(name, format.extensions)
    const candidates = format.reader?.names === 'same' ? [name, stem] : [stem, name]
    const found = candidates.find((candidate) => known.has(candidate.normalize('NFC')))
    if (found !== undefined) return found
    const replaced = stem === name ? undefined : nameWithStem(stem, known)
    if (replaced !== undefined) return replaced
  }
  return format.reader?.names === 'same' ? bare : withoutExtension(bare, format.extensions)
}

/** The name of a file without the folder's name that newer exports put before it. */
export function memberName(path: string, folder: string | undefined): string {
  const file = baseName(path)
  const prefix = `${folder}-`
  const prefixed = folder !== undefined && file.startsWith(prefix) && file.length > prefix.length
  return prefixed ? file.slice(prefix.length) : file
}

/** The one known name that has this stem; undefined when there are none or several. */
function nameWithStem(stem: string, known: ReadonlySet<string>): string | undefined {
  const wanted = stem.normalize('NFC')
  let found: string | undefined
  for (const name of known) {
    if (!name.startsWith(`${wanted}.`) || name.includes('.', wanted.length + 1)) continue
    if (found !== undefined) return undefined
    found = name
  }
  return found
}
