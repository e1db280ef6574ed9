import type { ParsedTag } from '@labelport/format'

/** `whole`: a name without `B-` or `I-`, taken as a label of this one token. */
export type TagKind = 'outside' | 'begin' | 'inside' | 'whole'

/** Takes a tag field apart. */
export function parseTag(text: string): ParsedTag<TagKind> {
  if (text === 'O' || text === '') return { kind: 'outside' }
  // A name may hold hyphens itself: only the first one belongs to the prefix.
  if (text.startsWith('B-')) return { kind: 'begin', name: text.slice(2) }
  if (text.startsWith('I-')) return { kind: 'inside', name: text.slice(2) }
  return { kind: 'whole', name: text }
}

/** Tells `O`, `B-…` and `I-…` that stand where a tab is missing. */
export function looksLikeTag(block: Uint8Array, from: number, to: number): boolean {
  const byte = block[from]
  if (to - from === 1) return byte === 79
  return to - from > 2 && (byte === 66 || byte === 73) && block[from + 1] === 45
}
