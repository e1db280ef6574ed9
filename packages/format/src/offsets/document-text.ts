import { type Cell, type TextTarget, toCodePoints } from '@labelport/model'
import { wellFormed } from '../table/fields.ts'
import { cutsCharacter } from './unit-evidence.ts'

/** Cells of a document as one text, joined by line feeds. */
export interface DocumentText {
  /** Halves of surrogate pairs became U+FFFD, which changes no offset. */
  readonly text: string
  /** Undefined when the target begins or ends in a cell that is left out. */
  place(target: TextTarget): TextPlace | undefined
}

/** Where a target lies in a text: half-open, in Unicode code points, as Python counts. */
export interface TextPlace {
  readonly start: number
  readonly end: number
  /** `cut`: it began or ended inside a character and was widened. `gap`: cells inside it are left out. */
  readonly trouble?: 'cut' | 'gap'
}

/** Joins the cells that `isWritten` names by their index. */
export function documentText(
  cells: readonly Cell[],
  isWritten: (cell: number) => boolean,
): DocumentText {
  const used = cells.filter((_, index) => isWritten(index))
  let starts: Float64Array | undefined
  /** By cell index; counted when the first label asks. */
  const startsOf = (): Float64Array => {
    const found = new Float64Array(cells.length)
    let at = 0
    for (const [index, { text }] of cells.entries()) {
      found[index] = at
      if (isWritten(index)) at += codePoints(text, text.length) + 1
    }
    return found
  }
  return {
    text: wellFormed(used.map(({ text }) => text).join('\n')),
    place(target) {
      const { cell, endCell = cell } = target
      if (!isWritten(cell) || !isWritten(endCell)) return undefined
      const { start, end, cut } = wholeCharacters(cells, target)
      starts ??= startsOf()
      let gap = false
      for (let index = cell + 1; index < endCell; index += 1) gap ||= !isWritten(index)
      return {
        start: (starts[cell] ?? 0) + start,
        end: (starts[endCell] ?? 0) + end,
        ...(cut ? { trouble: 'cut' } : gap ? { trouble: 'gap' } : {}),
      }
    },
  }
}

/** A target in code points of its cells, widened to whole characters. */
export function wholeCharacters(
  cells: readonly Cell[],
  { cell, start, end, endCell = cell }: TextTarget,
): { readonly start: number; readonly end: number; readonly cut: boolean } {
  const first = cells[cell]?.text ?? ''
  const last = cells[endCell]?.text ?? ''
  const [before, behind] = [cutsCharacter(first, start), cutsCharacter(last, end)]
  return {
    start: codePoints(first, before ? start - 1 : start),
    end: codePoints(last, behind ? end + 1 : end),
    cut: before || behind,
  }
}

const astral = /[\ud800-\udbff]/

/** Counting is for the few texts in which the units differ. */
function codePoints(text: string, offset: number): number {
  return astral.test(text) ? toCodePoints(text, offset) : offset
}
