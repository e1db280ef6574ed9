import type { FateCode } from '../fates.ts'
import type { Options } from '../options.ts'
import type { Sifted } from '../sift.ts'
import { type TokenSpan, tokenSpanOf } from './pieces.ts'

/** The tags of the cells that have labels, by cell index. 0 is `O`. */
export type CellTags = ReadonlyMap<number, readonly number[]>

const noTags: CellTags = new Map()

/**
 * Places labels as tags. Where labels share a token one is placed and the others are dropped.
 * `longest` prefers more tokens, `first` the earlier beginning; then the earlier beginning, then
 * more tokens, then the order of the source decide.
 */
export function tagCells(
  sifted: Sifted,
  rule: Options['overlap'],
  beginTag: (span: TokenSpan['span']) => number,
): CellTags {
  if (sifted.spans.length === 0) return noTags
  const spans = sifted.spans.map((span) => tokenSpanOf(sifted, span))
  const order = rule === 'longest' ? longestFirst : earliestFirst
  const cells = new Map<number, number[]>()
  for (const one of spans.sort(order)) place(one, sifted, cells, beginTag)
  return cells
}

function place(
  one: TokenSpan,
  sifted: Sifted,
  cells: Map<number, number[]>,
  beginTag: (span: TokenSpan['span']) => number,
): void {
  const { fates } = sifted
  const { span, pieces } = one
  const lost = pieces.length === 0 ? whyNowhere(one, sifted) : taken(one, cells)
  if (lost !== undefined) {
    fates.drop('span', lost, span.id)
    return
  }
  const begin = beginTag(span)
  for (const { cell, first, end } of pieces) {
    let tags = cells.get(cell)
    if (tags === undefined) {
      tags = new Array<number>((sifted.document.cells[cell]?.tokens?.length ?? 0) / 2).fill(0)
      cells.set(cell, tags)
    }
    tags.fill(begin + 1, first, end)
    tags[first] = begin
  }
  if (pieces.length > 1) fates.change('span', 'span-split', span.id)
  else if ((span.target.endCell ?? span.target.cell) !== span.target.cell)
    fates.change('span', 'over-hidden', span.id)
  else if (!one.exact) fates.change('span', 'token-edges', span.id)
  else fates.keep('span')
}

function taken({ pieces }: TokenSpan, cells: CellTags): FateCode | undefined {
  for (const { cell, first, end } of pieces) {
    const tags = cells.get(cell)
    if (tags === undefined) continue
    for (let token = first; token < end; token += 1) if (tags[token] !== 0) return 'overlap'
  }
  return undefined
}

function whyNowhere({ span }: TokenSpan, { document, leftOut }: Sifted): FateCode {
  const { cell } = span.target
  const left = leftOut.get(cell)
  if (left !== undefined) return left
  return document.cells[cell]?.tokens === undefined ? 'not-tokenized' : 'no-token'
}

function earliestFirst(a: TokenSpan, b: TokenSpan): number {
  return (
    a.span.target.cell - b.span.target.cell ||
    a.span.target.start - b.span.target.start ||
    b.length - a.length
  )
}

function longestFirst(a: TokenSpan, b: TokenSpan): number {
  return b.length - a.length || earliestFirst(a, b)
}
