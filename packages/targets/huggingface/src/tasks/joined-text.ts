import { type CodePoints, type TextTarget, toCodePoints } from '@labelport/model'
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
  const used = cells.filter((_, index) => !leftOut.has(index))
  const text = used.map((cell) => cell.text).join('\n')
  let starts: Float64Array | undefined
  /** In code points, by cell index; counted when the first label asks. */
  const startsOf = (): Float64Array => {
    const found = new Float64Array(cells.length)
    let at = 0
    for (const [index, cell] of cells.entries()) {
      found[index] = at
      if (!leftOut.has(index)) at += toCodePoints(cell.text, cell.text.length) + 1
    }
    return found
  }
  return {
    text,
    place(target) {
      const { cell, start, end, endCell = cell } = target
      const left = leftOut.get(cell) ?? leftOut.get(endCell)
      if (left !== undefined) return left
      const from = codePoints(cells[cell]?.text ?? '', start)
      const to = codePoints(cells[endCell]?.text ?? '', end)
      if (from === undefined || to === undefined) return 'lone-surrogate'
      starts ??= startsOf()
      let gap = false
      for (let index = cell + 1; index < endCell; index += 1) gap ||= leftOut.has(index)
      return { start: (starts[cell] ?? 0) + from, end: (starts[endCell] ?? 0) + to, gap }
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

/** An offset in code points; undefined between the halves of a surrogate pair, where none begins. */
export function codePoints(text: string, offset: number): CodePoints | undefined {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  const inside = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
  return inside ? undefined : toCodePoints(text, offset)
}
