import { type TextTarget, toCodePoints } from '@labelport/model'
import { cutsCharacter } from './unit-evidence.ts'
import { hasWide, wholeCharacters } from './whole-characters.ts'

/** Cells as the lines of one text. */
export interface JoinedCells {
  /** The lines joined by line feeds, without one at the end. */
  readonly text: string
  /**
   * How many code points of the text come before an offset of a written cell; undefined between the halves of
   * a character, where none begins.
   */
  at(cell: number, offset: number): number | undefined
  /** Undefined when the target begins or ends in a cell that is not written. */
  place(target: TextTarget): TextPlace | undefined
}

/** Where a target lies in a text: half-open, in Unicode code points, as Python counts. */
export interface TextPlace {
  readonly start: number
  readonly end: number
  /** `cut`: it began or ended inside a character and was widened. `gap`: cells inside it are not written. */
  readonly trouble?: 'cut' | 'gap'
}

/** Joins the written cells. `lineOf` may put other characters in place of some, one for one. */
export function joinCells(
  cells: readonly { readonly text: string }[],
  isWritten: (cell: number) => boolean,
  lineOf: (text: string) => string = (text) => text,
): JoinedCells {
  const lines: string[] = []
  for (const [index, { text }] of cells.entries()) if (isWritten(index)) lines.push(lineOf(text))
  let counted: Counted | undefined
  // Counted when the first label asks.
  const count = (): Counted => {
    counted ??= countCells(cells, isWritten)
    return counted
  }
  return {
    text: lines.join('\n'),
    at(cell, offset) {
      const text = cells[cell]?.text
      if (text === undefined || cutsCharacter(text, offset)) return undefined
      const { starts, wide } = count()
      return (starts[cell] ?? 0) + (wide.has(cell) ? toCodePoints(text, offset) : offset)
    },
    place(target) {
      const { cell, endCell = cell } = target
      if (!isWritten(cell) || !isWritten(endCell)) return undefined
      const { starts, wide } = count()
      const { start, end, cut } = wholeCharacters(cells, target, (one) => wide.has(one))
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

interface Counted {
  /** Where each cell begins, in code points. */
  readonly starts: Float64Array
  /** The cells in which code points and code units differ. */
  readonly wide: ReadonlySet<number>
}

function countCells(
  cells: readonly { readonly text: string }[],
  isWritten: (cell: number) => boolean,
): Counted {
  const starts = new Float64Array(cells.length)
  const wide = new Set<number>()
  let at = 0
  for (const [index, { text }] of cells.entries()) {
    starts[index] = at
    if (hasWide(text)) wide.add(index)
    if (isWritten(index))
      at += 1 + (wide.has(index) ? toCodePoints(text, text.length) : text.length)
  }
  return { starts, wide }
}
