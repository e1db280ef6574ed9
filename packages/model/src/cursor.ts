import type { TextTarget } from './annotation.ts'
import type { Cell } from './document.ts'
import { firstTokenEndingAfter, type Range, type Tokens, tokenCount } from './tokens.ts'

/** Datasaur's position inside a cell: a token and a character inside it, both from 0. */
export interface Cursor {
  readonly token: number
  readonly character: number
}

/** The offset a cursor stands at; undefined when there is no such token or character. */
export function offsetOfCursor(tokens: Tokens, cursor: Cursor): number | undefined {
  const start = tokens[2 * cursor.token]
  const end = tokens[2 * cursor.token + 1]
  if (start === undefined || end === undefined) return undefined
  const offset = start + cursor.character
  return cursor.character >= 0 && offset <= end ? offset : undefined
}

/**
 * The cursor of the character at `offset`; undefined when no token covers it.
 * Of an exclusive end give `end - 1`: Datasaur's ends are inclusive.
 */
export function cursorAt(tokens: Tokens, offset: number): Cursor | undefined {
  const token = firstTokenEndingAfter(tokens, offset)
  const start = tokens[2 * token]
  if (start === undefined || start > offset) return undefined
  return { token, character: offset - start }
}

/** The tokens a target touches in one cell, as a half-open range of token indices. */
export function tokensTouched(tokens: Tokens, start: number, end: number): Range {
  const first = firstTokenEndingAfter(tokens, start)
  let last = first
  const count = tokenCount(tokens)
  while (last < count && (tokens[2 * last] ?? 0) < end) last += 1
  return { start: first, end: last }
}

/** The covered text; cells are joined by one line feed. */
export function textOf(cells: readonly Cell[], target: TextTarget): string {
  const endCell = target.endCell ?? target.cell
  const first = cells[target.cell]?.text ?? ''
  if (endCell === target.cell) return first.slice(target.start, target.end)
  const pieces = [first.slice(target.start)]
  for (let cell = target.cell + 1; cell < endCell; cell += 1) pieces.push(cells[cell]?.text ?? '')
  pieces.push((cells[endCell]?.text ?? '').slice(0, target.end))
  return pieces.join('\n')
}
