import type { DocumentEntry } from '../protocol.ts'

/** What a document is called, with its part and piece where it has some. */
export function documentTitle({
  name,
  part = 0,
  segment,
}: Pick<DocumentEntry, 'name' | 'part' | 'segment'>): string {
  const numbered = part > 0 ? `${name} (part ${part + 1})` : name
  return segment === undefined ? numbered : `${numbered} \u00b7 piece ${segment.index + 1}`
}
