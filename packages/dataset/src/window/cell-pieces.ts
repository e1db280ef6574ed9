import { type Cell, type TextTarget, TokenBuffer } from '@labelport/model'
import type { Stretch } from './stretch.ts'

/** A cell from one place in its text to another; the cell itself when that is all of it. */
export function pieceOf(cell: Cell, start: number, end: number): Cell {
  if (start === 0 && end === cell.text.length) return cell
  const { tokens, ...rest } = cell
  const text = cell.text.slice(start, end)
  if (tokens === undefined) return { ...rest, text }
  const buffer = new TokenBuffer(tokens.length)
  for (let at = 0; at < tokens.length; at += 2) {
    const [from = 0, to = 0] = [tokens[at], tokens[at + 1]]
    // A token without a width at a cut belongs to what follows.
    const before = from < end || end === cell.text.length
    if (from >= start && to <= end && before) buffer.add(from - start, to - start)
  }
  return { ...rest, text, tokens: buffer.take() }
}

/** A target of the file as one of a window. */
export function targetIn({ start }: Stretch, target: TextTarget): TextTarget {
  const { cell, endCell = cell } = target
  const cutOff = (at: number): number => (at === start.cell ? start.offset : 0)
  return {
    ...target,
    cell: cell - start.cell,
    start: target.start - cutOff(cell),
    end: target.end - cutOff(endCell),
    ...(target.endCell === undefined ? {} : { endCell: endCell - start.cell }),
  }
}
