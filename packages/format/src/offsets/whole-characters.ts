import { type TextTarget, toCodePoints } from '@labelport/model'
import { cutsCharacter } from './unit-evidence.ts'

/** Offsets in code points of the cells they lie in. */
export interface WholeCharacters {
  readonly start: number
  readonly end: number
  /** Whether it began or ended inside a character and was widened. */
  readonly cut: boolean
}

/** A target in code points of its cells, widened to whole characters. */
export function wholeCharacters(
  cells: readonly { readonly text: string }[],
  { cell, start, end, endCell = cell }: TextTarget,
  isWide: (cell: number) => boolean = (one) => hasWide(cells[one]?.text ?? ''),
): WholeCharacters {
  const [first, last] = [cells[cell]?.text ?? '', cells[endCell]?.text ?? '']
  const [before, behind] = [cutsCharacter(first, start), cutsCharacter(last, end)]
  const [from, to] = [before ? start - 1 : start, behind ? end + 1 : end]
  return {
    start: isWide(cell) ? toCodePoints(first, from) : from,
    end: isWide(endCell) ? toCodePoints(last, to) : to,
    cut: before || behind,
  }
}

/** Whether code points and code units differ in a text; counting is for the few in which they do. */
export function hasWide(text: string): boolean {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text)
}
