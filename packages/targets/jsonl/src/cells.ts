import { type Cell, speakerOf, toCodePoints } from '@labelport/model'
import type { LineScope } from './annotations.ts'

/** A cell as an object of fixed fields. Tokens are pairs of code points of the cell's own text. */
export function cellObject(
  cell: Cell,
  index: number,
  { text, before }: Pick<LineScope, 'text' | 'before'>,
) {
  const place = text.place({ cell: index, start: 0, end: cell.text.length })
  return {
    row_index: cell.row,
    column_index: cell.column,
    start_char: place === undefined ? null : before + place.start,
    end_char: place === undefined ? null : before + place.end,
    text: cell.text,
    status: cell.status ?? 'shown',
    speaker: speakerOf(cell) ?? null,
    tokens: cell.tokens === undefined ? null : tokenPairs(cell.text, cell.tokens),
    metadata: (cell.metadata ?? []).map(({ key, value, pinned, type }) => ({
      key,
      value,
      pinned: pinned ?? null,
      type: type ?? null,
    })),
  }
}

const astral = /[\ud800-\udbff]/

function tokenPairs(text: string, tokens: Uint32Array): readonly (readonly number[])[] {
  const pairs: (readonly number[])[] = []
  // Counts on from token to token: counting each from the beginning of a long cell is quadratic.
  const counts = astral.test(text)
  let units = 0
  let points = 0
  const pointsAt = (offset: number): number => {
    if (!counts) return offset
    points += toCodePoints(text.slice(units, offset), offset - units)
    units = offset
    return points
  }
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    pairs.push([pointsAt(tokens[at] ?? 0), pointsAt(tokens[at + 1] ?? 0)])
  }
  return pairs
}
