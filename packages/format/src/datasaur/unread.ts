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
  const all = [...written]
  for (const entry of entries) {
    if (isObject(entry) && typeof entry.index === 'number') {
      all.splice(Math.min(entry.index, all.length), 0, entry.source)
    }
  }
  return all
}
