import type { Following, PlacedPiece, SpanPiece, SpanTrouble } from '@labelport/format'
import type { Span } from '@labelport/model'

/** What may happen to a label because the file does not say where one begins. */
export type Merge = 'spans-merged' | 'span-split'

/** Marks labels that a reader will join with their neighbours, and those cut at the end of a row. */
export function merging(troubles: Map<Span, SpanTrouble | Merge>): Following {
  const mark = ({ span }: SpanPiece, trouble: Merge): void => {
    if (troubles.get(span) !== 'span-without-tokens') troubles.set(span, trouble)
  }
  return {
    take(_tokenCount, placed) {
      const lastOfColumn = new Map<number, PlacedPiece<SpanPiece>>()
      for (const one of placed) {
        const before = lastOfColumn.get(one.column)?.piece
        if (before?.end === one.piece.start && before.name === one.piece.name) {
          mark(before, 'spans-merged')
          mark(one.piece, 'spans-merged')
        }
        if (one.piece.continues) mark(one.piece, 'span-split')
        lastOfColumn.set(one.column, one)
      }
    },
  }
}
