import { isObject } from './json-value.ts'

/** Entries of the file's lists that the model cannot say; kept so that they come back. */
export type Unread = Readonly<Record<string, readonly UnreadEntry[]>>

/** One entry and where it stood in its list. */
export interface UnreadEntry {
  readonly index: number
  readonly source: unknown
}

/** Puts entries that could not be read back where they stood. */
export function withUnread(
  written: readonly unknown[],
  unread: unknown,
  list: string,
): readonly unknown[] {
  const entries = isObject(unread) && Object.hasOwn(unread, list) ? unread[list] : undefined
  if (!Array.isArray(entries)) return written
  // Most entries come in order, and are put in on the way; splicing each moves all that stands behind it.
  const all: unknown[] = []
  let next = 0
  for (const entry of entries) {
    if (!isObject(entry) || typeof entry.index !== 'number') continue
    while (next < written.length && (all.length < entry.index || entry.index < 0)) {
      all.push(written[next])
      next += 1
    }
    if (entry.index >= all.length) all.push(entry.source)
    else all.splice(entry.index, 0, entry.source)
  }
  while (next < written.length) {
    all.push(written[next])
    next += 1
  }
  return all
}
