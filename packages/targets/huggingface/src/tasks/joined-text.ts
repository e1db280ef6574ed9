import { joinCells } from '@labelport/format'
import type { TextTarget } from '@labelport/model'
import type { FateCode } from '../reasons.ts'
import type { Sifted } from '../sift.ts'

/** The text of a document: its cells joined by line feeds. */
export interface JoinedText {
  readonly text: string
  /** Where a label lies in the text, or why it lies nowhere. */
  place(target: TextTarget): Placed | FateCode
  /** The labeled text, cut out of the cells. */
  quote(target: TextTarget): string
}

/** Half-open, in Unicode code points. */
export interface Placed {
  readonly start: number
  readonly end: number
  /** Whether cells inside it are left out. */
  readonly gap: boolean
}

/**
 * Tells what became of the cells: lines can be cut out of the text again, cells of a table and cells
 * with line feeds of their own cannot.
 */
export function settleCells({ document, leftOut, fates }: Sifted): void {
  let kept = 0
  for (const [index, { column, text }] of document.cells.entries()) {
    if (leftOut.has(index)) continue
    const line = document.columns === undefined && column === 0 && !text.includes('\n')
    if (line) kept += 1
    else fates.change('cell', 'joined', index)
  }
  fates.keep('cell', kept)
}

/** Joins the cells that are not left out. */
export function joinText({ document: { cells }, leftOut }: Sifted): JoinedText {
  const joined = joinCells(cells, (cell) => !leftOut.has(cell))
  return {
    text: joined.text,
    place(target) {
      const placed = joined.place(target)
      if (placed === undefined) {
        const { cell, endCell = cell } = target
        return leftOut.get(cell) ?? leftOut.get(endCell) ?? 'hidden-cell'
      }
      const { start, end, trouble } = placed
      return trouble === 'cut' ? 'lone-surrogate' : { start, end, gap: trouble === 'gap' }
    },
    quote({ cell: first, endCell: last = first, start, end }) {
      const pieces: string[] = []
      for (let index = first; index <= last; index += 1) {
        if (leftOut.has(index)) continue
        const whole = cells[index]?.text ?? ''
        const to = index === last ? end : whole.length
        pieces.push(whole.slice(index === first ? start : 0, to))
      }
      return pieces.join('\n')
    },
  }
}
