/** A row of a sheet that holds something. */
export interface SheetRow {
  /** As in the sheet, from 1. */
  readonly number: number
  /** By column, from 0. Undefined is a cell that holds nothing. */
  readonly fields: readonly (string | undefined)[]
}

/** Something odd about a cell, told with its place. */
export type CellTrouble = 'error-value' | 'formula-without-result' | 'no-such-string'

/** What a reader of sheets tells besides the rows. Rows and columns count from 1. */
export interface SheetFindings {
  trouble(trouble: CellTrouble, row: number, column: number, text: string): void
  /** Cells that are merged, such as `A1:B2`. */
  merged(range: string): void
}

/** The name of a cell: `B3`. Row and column count from 1. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters + row
}

/** The column of a cell's name, from 1; 0 when it names none. */
export function columnOfName(name: string): number {
  let column = 0
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
  }
  return column
}
