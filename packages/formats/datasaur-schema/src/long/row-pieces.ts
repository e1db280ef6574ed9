import { type CutSizes, type ListScan, valueEnd } from '@labelport/format'

/** The rows of a file, whose numbers are their places in the list. */
export interface RowPieces extends ListScan {
  /** The last row of each piece. */
  readonly lastRows: readonly number[]
}

/** Starts before the first row. */
export function openRowPieces({ piece, rows }: CutSizes): RowPieces {
  const lastRows: number[] = []
  let count = 0
  return {
    pieceBytes: piece,
    pieceElements: rows,
    lastRows,
    elementEnd: valueEnd,
    take(_bytes, _from, _to, at) {
      lastRows[at] = count
      count += 1
    },
  }
}
