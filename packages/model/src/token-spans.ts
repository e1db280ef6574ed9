import type { Span } from './annotation.ts'
import { tokensTouched } from './cursor.ts'
import type { Cell } from './document.ts'

/** The tokens of one cell that a label covers, half-open. */
export interface TokenPiece {
  /** Index into the document's cells. */
  readonly cell: number
  readonly first: number
  readonly end: number
}

/** A label as the tokens it covers. */
export interface TokenSpan {
  readonly span: Span
  /** In reading order, one for each cell; empty when the label covers no token. */
  readonly pieces: readonly TokenPiece[]
  /** How many tokens all pieces cover. */
  readonly length: number
  /** Whether the label begins and ends where tokens do. */
  readonly exact: boolean
}

/** Finds the tokens a label covers. Cells without tokens and those that `skip` names are passed over. */
export function tokenSpanOf(
  cells: readonly Cell[],
  span: Span,
  skip: (cell: number) => boolean = () => false,
): TokenSpan {
  const { target } = span
  const endCell = target.endCell ?? target.cell
  const pieces: TokenPiece[] = []
  let length = 0
  let exact = true
  for (let index = target.cell; index <= endCell; index += 1) {
    const cell = cells[index]
    if (cell?.tokens === undefined || skip(index)) continue
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

/**
 * Which of two labels on one token stays: the one with more tokens, with fewer, or the one that begins
 * first. Where these are equal the earlier beginning decides, then more tokens, then the given order.
 */
export type OverlapRule = 'longest' | 'shortest' | 'first'

/** Labels that share no token, and those that had to give way to one of them. */
export interface Flattened {
  /** In the order they were chosen. */
  readonly placed: readonly TokenSpan[]
  readonly displaced: readonly TokenSpan[]
}

/** Chooses labels of which no two share a token. */
export function flatten(spans: readonly TokenSpan[], rule: OverlapRule): Flattened {
  const placed: TokenSpan[] = []
  const displaced: TokenSpan[] = []
  const taken = new Map<number, boolean[]>()
  for (const one of [...spans].sort(orders[rule])) {
    if (one.pieces.some((piece) => isTaken(piece, taken.get(piece.cell)))) {
      displaced.push(one)
      continue
    }
    for (const { cell, first, end } of one.pieces) {
      const tokens = taken.get(cell) ?? []
      for (let token = first; token < end; token += 1) tokens[token] = true
      taken.set(cell, tokens)
    }
    placed.push(one)
  }
  return { placed, displaced }
}

const orders = {
  first: earlierFirst,
  longest: (a, b) => b.length - a.length || earlierFirst(a, b),
  shortest: (a, b) => a.length - b.length || earlierFirst(a, b),
} as const satisfies Record<OverlapRule, (a: TokenSpan, b: TokenSpan) => number>

function earlierFirst(a: TokenSpan, b: TokenSpan): number {
  const [one, other] = [a.span.target, b.span.target]
  return one.cell - other.cell || one.start - other.start || b.length - a.length
}

function isTaken({ first, end }: TokenPiece, taken: readonly boolean[] | undefined): boolean {
  if (taken === undefined) return false
  for (let token = first; token < end; token += 1) if (taken[token]) return true
  return false
}
