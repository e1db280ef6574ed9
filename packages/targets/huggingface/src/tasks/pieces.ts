import { type Span, tokensTouched } from '@labelport/model'
import type { Sifted } from '../sift.ts'

/** The tokens of one cell that a label covers, half-open. */
export interface Piece {
  readonly cell: number
  readonly first: number
  readonly end: number
}

/** A label as the tokens it covers. */
export interface TokenSpan {
  readonly span: Span
  readonly pieces: readonly Piece[]
  /** How many tokens all pieces cover. */
  readonly length: number
  /** Whether the label begins and ends where tokens do. */
  readonly exact: boolean
}

/** Finds the tokens a label covers in the cells that are used. */
export function tokenSpanOf({ document, leftOut }: Sifted, span: Span): TokenSpan {
  const { target } = span
  const endCell = target.endCell ?? target.cell
  const pieces: Piece[] = []
  let length = 0
  let exact = true
  for (let index = target.cell; index <= endCell; index += 1) {
    const cell = document.cells[index]
    if (cell?.tokens === undefined || leftOut.has(index)) continue
    const start = index === target.cell ? target.start : 0
    const end = index === endCell ? target.end : cell.text.length
    const touched = tokensTouched(cell.tokens, start, end)
    if (start >= end || touched.end <= touched.start) continue
    if (index === target.cell && cell.tokens[2 * touched.start] !== start) exact = false
    if (index === endCell && cell.tokens[2 * touched.end - 1] !== end) exact = false
    pieces.push({ cell: index, first: touched.start, end: touched.end })
    length += touched.end - touched.start
  }
  return { span, pieces, length, exact }
}
