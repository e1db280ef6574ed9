import type { CellsBefore } from '@labelport/format'
import type { Cell } from '@labelport/model'

/** The cells of the segments before, of which only the rows are held: as ranges, for most count on. */
export interface RowsBefore extends CellsBefore {
  add(cells: readonly Cell[], isWritten: (cell: number) => boolean): void
}

/** Opens rows without any. */
export function rowsBefore(): RowsBefore {
  const starts: number[] = []
  const ends: number[] = []
  /** Rows that came behind later ones. */
  const late = new Set<number>()
  let count = 0
  let firstRow: number | undefined
  let lastRow = 0
  return {
    get count() {
      return count
    },
    get firstRow() {
      return firstRow
    },
    get lastRow() {
      return lastRow
    },
    has(row) {
      if (late.has(row)) return true
      let low = 0
      let high = ends.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((ends[middle] ?? 0) < row) low = middle + 1
        else high = middle
      }
      return (starts[low] ?? Number.POSITIVE_INFINITY) <= row
    },
    add(cells, isWritten) {
      firstRow ??= cells[0]?.row
      for (const [index, { row }] of cells.entries()) {
        if (!isWritten(index)) continue
        const end = ends.at(-1) ?? -1
        if (row === end + 1 && end !== -1) ends[ends.length - 1] = row
        else if (row > end) {
          starts.push(row)
          ends.push(row)
        } else late.add(row)
        lastRow = Math.max(lastRow, row)
      }
      count += cells.length
    },
  }
}
