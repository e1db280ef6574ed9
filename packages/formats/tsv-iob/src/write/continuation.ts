import type { Following, SpanPiece, SpanTrouble } from '@labelport/format'
import type { Span } from '@labelport/model'

/**
 * A file joins rows by label name alone. Where two spans of one name cross a line end, or one ends there,
 * a reader may join the wrong ones; such spans are marked.
 */
export function continuation(troubles: Map<Span, SpanTrouble | 'span-exchanged'>): Following {
  let carried: SpanPiece[] = []
  return {
    take(tokenCount, placed) {
      if (tokenCount === 0) return
      for (const { piece } of placed) {
        if (!piece.continues) continue
        const place = carried.findIndex(({ name }) => name === piece.name)
        const [joined] = place === -1 ? [] : carried.splice(place, 1)
        if (joined?.span === piece.span) continue
        troubles.set(piece.span, 'span-exchanged')
        if (joined !== undefined) troubles.set(joined.span, 'span-exchanged')
      }
      carried = placed.map(({ piece }) => piece).filter(({ end }) => end === tokenCount)
    },
  }
}
