import { type Cell, type TextTarget, textOf } from '@labelport/model'
import { wholeCharacters } from '../offsets/whole-characters.ts'

/** A stretch of text as fields of a table. Rows and columns count from 0. */
export interface FlatTarget {
  readonly row_index: number | null
  readonly column_index: number | null
  /** In code points of the cell the stretch begins in. */
  readonly cell_start: number | null
  readonly end_row_index: number | null
  readonly end_column_index: number | null
  /** In code points of the cell the stretch ends in, exclusive. */
  readonly cell_end: number | null
  /** The covered text; cells are joined by line feeds. */
  readonly quote: string | null
}

/** The fields of something that has no place in the text. */
export const noFlatTarget: FlatTarget = Object.freeze({
  row_index: null,
  column_index: null,
  cell_start: null,
  end_row_index: null,
  end_column_index: null,
  cell_end: null,
  quote: null,
})

/** The fields of a stretch, and whether it had to be widened because it cut a character. */
export function flatTarget(
  cells: readonly Cell[],
  target: TextTarget | undefined,
): { readonly fields: FlatTarget; readonly cut: boolean } {
  if (target === undefined) return { fields: noFlatTarget, cut: false }
  const first = cells[target.cell]
  const last = cells[target.endCell ?? target.cell]
  const { start, end, cut } = wholeCharacters(cells, target)
  const fields = {
    row_index: first?.row ?? null,
    column_index: first?.column ?? null,
    cell_start: start,
    end_row_index: last?.row ?? null,
    end_column_index: last?.column ?? null,
    cell_end: end,
    quote: textOf(cells, target),
  }
  return { fields, cut }
}
