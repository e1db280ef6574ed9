import type { Cell } from './document.ts'

/** The rows that have cells. */
export interface CellRows {
  has(row: number): boolean
}

/** Rows without gaps are known by the first and the last of them; others need a set. */
export function cellRows(cells: readonly Cell[]): CellRows {
  const [first] = cells
  if (first === undefined || !Number.isInteger(first.row)) return setOf(cells)
  let last = first.row
  for (const { row } of cells) {
    if (row !== last && row !== last + 1) return setOf(cells)
    last = row
  }
  return { has: (row) => Number.isInteger(row) && row >= first.row && row <= last }
}

function setOf(cells: readonly Cell[]): CellRows {
  return new Set(cells.map(({ row }) => row))
}
