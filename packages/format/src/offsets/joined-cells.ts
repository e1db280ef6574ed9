import { toCodePoints } from '@labelport/model'
import { cutsCharacter } from './unit-evidence.ts'

/** Cells as the lines of one text. */
export interface JoinedCells {
  /** The lines joined by line feeds, without one at the end. */
  readonly text: string
  /**
   * How many code points of the text come before an offset of a written cell; undefined between the halves of
   * a character, where none begins.
   */
  at(cell: number, offset: number): number | undefined
}

const astral = /[\ud800-\udbff][\udc00-\udfff]/

/** Joins the written cells. `lineOf` may put other characters in place of some, one for one. */
export function joinCells(
  cells: readonly { readonly text: string }[],
  isWritten: (cell: number) => boolean,
  lineOf: (text: string) => string = (text) => text,
): JoinedCells {
  const lines: string[] = []
  for (const [index, { text }] of cells.entries()) if (isWritten(index)) lines.push(lineOf(text))
  let places: readonly { readonly start: number; readonly astral: boolean }[] | undefined
  // Counted when the first label asks.
  const placesOf = () => {
    let start = 0
    return cells.map(({ text }, index) => {
      const place = { start, astral: astral.test(text) }
      if (isWritten(index)) start += toLength(text, place.astral) + 1
      return place
    })
  }
  return {
    text: lines.join('\n'),
    at(cell, offset) {
      places ??= placesOf()
      const place = places[cell]
      const text = cells[cell]?.text
      if (place === undefined || text === undefined) return undefined
      if (!place.astral) return place.start + offset
      return cutsCharacter(text, offset) ? undefined : place.start + toCodePoints(text, offset)
    },
  }
}

function toLength(text: string, hasAstral: boolean): number {
  return hasAstral ? toCodePoints(text, text.length) : text.length
}
