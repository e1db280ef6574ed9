import type { LanedPiece } from './lanes.ts'

/** A run of text over which the set of labels does not change. */
export interface TextSegment {
  readonly text: string
  /** From the beginning of the cell, in UTF-16 code units. */
  readonly start: number
  /** The pieces that cover it, by lane; holes are undefined. */
  readonly lanes: readonly (LanedPiece | undefined)[]
  /** The pieces that begin here, outer ones first. */
  readonly opening: readonly LanedPiece[]
}

/** Cuts a text at the edges of its pieces. Segments follow one another without gaps. */
export function segmentsOf(text: string, pieces: readonly LanedPiece[]): readonly TextSegment[] {
  const edge = graphemeEdges(text)
  const placed = pieces.map((piece) => ({
    piece,
    start: edge(piece.start, 'before'),
    end: edge(piece.end, 'after'),
  }))
  const cuts = new Set([0, text.length])
  for (const { start, end } of placed) cuts.add(start).add(end)
  const sorted = [...cuts].sort((a, b) => a - b)
  const byStart = new Map<number, typeof placed>()
  for (const one of placed) byStart.set(one.start, [...(byStart.get(one.start) ?? []), one])
  let open: typeof placed = []
  const segments: TextSegment[] = []
  for (const [at, start] of sorted.entries()) {
    const opening = byStart.get(start) ?? []
    open = [...open, ...opening].filter(({ end }) => end > start)
    const end = sorted[at + 1] ?? start
    if (start === end && opening.length === 0) continue
    const lanes: (LanedPiece | undefined)[] = []
    for (const { piece } of open) if (piece.lane !== undefined) lanes[piece.lane] = piece
    const filled = Array.from(lanes, (piece) => piece)
    segments.push({
      text: text.slice(start, end),
      start,
      lanes: filled,
      opening: opening.map(({ piece }) => piece),
    })
  }
  return segments
}

/**
 * Moves an offset to the edge of the character it lies in. Cutting inside an emoji or between a letter and its
 * accent would show neither, so what is drawn may be wider than what is labeled.
 */
function graphemeEdges(text: string): (offset: number, side: 'before' | 'after') => number {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  return (offset, side) => {
    if (offset <= 0) return 0
    if (offset >= text.length) return text.length
    const found = graphemes.containing(offset)
    if (found === undefined || found.index === offset) return offset
    return side === 'before' ? found.index : found.index + found.segment.length
  }
}
