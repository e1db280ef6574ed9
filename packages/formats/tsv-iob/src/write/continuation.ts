import type { Span } from '@labelport/model'
import type { SpanPiece, SpanTrouble } from './pieces.ts'

/** Follows how a reader will join the pieces of successive rows. */
export interface Continuation {
  /** Takes the pieces of the next row in the order of their columns. */
  take(tokenCount: number, sorted: readonly SpanPiece[]): void
}

/**
 * A file joins rows by label name alone. Where two spans of one name cross a line end, or one ends there,
 * a reader may join the wrong ones; such spans are marked.
 */
export function continuation(troubles: Map<Span, SpanTrouble>): Continuation {
  let carried: SpanPiece[] = []
  return {
    take(tokenCount, sorted) {
      if (tokenCount === 0) return
      for (const piece of sorted) {
        if (!piece.continues) continue
        const place = carried.findIndex(({ name }) => name === piece.name)
        const [joined] = place === -1 ? [] : carried.splice(place, 1)
        if (joined?.span === piece.span) continue
        troubles.set(piece.span, 'span-exchanged')
        if (joined !== undefined) troubles.set(joined.span, 'span-exchanged')
      }
      carried = sorted.filter(({ end }) => end === tokenCount)
    },
  }
}
