import { flatten, type Span, type TokenSpan, tokenSpanOf } from '@labelport/model'
import type { Options } from '../options.ts'
import type { FateCode } from '../reasons.ts'
import type { Sifted } from '../sift.ts'

/** The tags of the cells that have labels, by cell index. 0 is `O`. */
export type CellTags = ReadonlyMap<number, readonly number[]>

const noTags: CellTags = new Map()

/** Places labels as tags: `beginTag` and, on the tokens after the first, the number after it. */
export function tagCells(
  sifted: Sifted,
  rule: Options['overlap'],
  beginTag: (span: Span) => number,
): CellTags {
  if (sifted.spans.length === 0) return noTags
  const { document, fates, leftOut } = sifted
  const found: TokenSpan[] = []
  for (const span of sifted.spans) {
    const one = tokenSpanOf(document.cells, span, (cell) => leftOut.has(cell))
    if (one.pieces.length > 0) found.push(one)
    else fates.drop('span', whyNowhere(span, sifted), span.id)
  }
  const { placed, displaced } = flatten(found, rule)
  for (const { span } of displaced) fates.drop('span', 'overlap', span.id)
  const cells = new Map<number, number[]>()
  for (const { span, pieces, exact } of placed) {
    const begin = beginTag(span)
    for (const { cell, first, end } of pieces) {
      const tags = cells.get(cell) ?? untagged(document.cells[cell]?.tokens)
      tags.fill(begin + 1, first, end)
      tags[first] = begin
      cells.set(cell, tags)
    }
    const { cell, endCell = cell } = span.target
    if (pieces.length > 1) fates.change('span', 'span-split', span.id)
    else if (endCell !== cell) fates.change('span', 'over-hidden', span.id)
    else if (!exact) fates.change('span', 'token-edges', span.id)
    else fates.keep('span')
  }
  return cells
}

function untagged(tokens: Uint32Array | undefined): number[] {
  return new Array<number>((tokens?.length ?? 0) / 2).fill(0)
}

function whyNowhere({ target }: Span, { document, leftOut }: Sifted): FateCode {
  const left = leftOut.get(target.cell)
  if (left !== undefined) return left
  return document.cells[target.cell]?.tokens === undefined ? 'not-tokenized' : 'no-token'
}
