import {
  type LabeledDocument,
  type Range,
  type Span,
  tokenCount,
  tokensTouched,
} from '@labelport/model'
import type { FieldName } from './field-names.ts'
import type { Piece } from './tag-columns.ts'
import type { TokenRow } from './token-rows.ts'

/** What may happen to a span in any format of columns. */
export type SpanTrouble =
  | 'span-without-tokens'
  | 'span-shortened'
  | 'span-rounded'
  | NonNullable<FieldName['trouble']>

/** A piece that knows its span. */
export interface SpanPiece extends Piece {
  readonly span: Span
}

/** The spans of a document laid out on its rows. */
export interface SpanLayout {
  /** By row of the file. */
  readonly pieces: readonly SpanPiece[][]
  /** Spans that do not come out as they are. */
  readonly troubles: Map<Span, SpanTrouble>
}

/** Cuts spans into one piece for each row they touch. */
export function spanPieces(
  { cells, annotations }: LabeledDocument,
  rows: readonly Pick<TokenRow, 'cell' | 'tokens'>[],
  nameOf: (labelSet: string, label: string) => FieldName,
): SpanLayout {
  const rowOfCell = new Map(rows.map(({ cell }, index) => [cell, index]))
  const pieces: SpanPiece[][] = rows.map(() => [])
  const troubles = new Map<Span, SpanTrouble>()
  for (const span of annotations) {
    if (span.type !== 'span') continue
    const { name, trouble } = nameOf(span.labelSet, span.label)
    if (trouble !== undefined) troubles.set(span, trouble)
    const { cell: firstCell, endCell: lastCell = firstCell, start, end } = span.target
    let placed = false
    for (let cell = firstCell; cell <= lastCell; cell += 1) {
      const index = rowOfCell.get(cell)
      const row = index === undefined ? undefined : rows[index]
      if (index === undefined || row === undefined) {
        troubles.set(span, 'span-shortened')
        continue
      }
      const from = cell === firstCell ? start : 0
      const to = cell === lastCell ? end : (cells[cell]?.text.length ?? 0)
      const touched = touchedTokens(row, from, to)
      // Between its ends a span covers whole rows, tokens without characters included.
      const first = cell === firstCell ? touched.start : 0
      const last = cell === lastCell ? touched.end : tokenCount(row.tokens)
      const startsOff = cell === firstCell && row.tokens[2 * first] !== from
      const endsOff = cell === lastCell && row.tokens[2 * last - 1] !== to
      if (startsOff || endsOff) troubles.set(span, 'span-rounded')
      if (first >= last) continue
      pieces[index]?.push({ start: first, end: last, name, continues: placed, span })
      placed = true
    }
    if (!placed) troubles.set(span, 'span-without-tokens')
  }
  return { pieces, troubles }
}

function touchedTokens({ tokens }: Pick<TokenRow, 'tokens'>, start: number, end: number): Range {
  return start === end ? { start: 0, end: 0 } : tokensTouched(tokens, start, end)
}
