import { wellFormed } from '@labelport/format'
import Papa from 'papaparse'
import type { Options } from './options.ts'
import { type TableName, type TableRow, tables } from './tables.ts'

const lineEnd = '\r\n'

/**
 * Texts that get a `'` in front: those a spreadsheet may run, and those that such a `'` makes look escaped, so
 * that taking one `'` off gives every text back.
 */
export const guarded = /^'*[=+\-@\t\r]/

/** What was done to texts so that they fit into a file. */
export type Mending = 'half-character' | 'nul-character' | 'formula-escaped'

/** A line of a table and what its texts suffered. */
export interface CsvLine {
  readonly line: string
  readonly mending?: Mending
}

/** The names of the columns as a line. */
export function headerOf(table: TableName): string {
  return Object.keys(tables[table]).join(',') + lineEnd
}

/** A row as a line. Null is nothing between the commas, an empty text is `""`. */
export function csvLine<Name extends TableName>(
  table: Name,
  row: TableRow<Name>,
  formulas: Options['formulas'],
): CsvLine {
  let mending: Mending | undefined
  const fields = Object.keys(tables[table]).map((column) => {
    const value = (row as Readonly<Record<string, string | number | null | undefined>>)[column]
    if (typeof value !== 'string') return value ?? null
    const whole = wellFormed(value)
    const fit = whole.replaceAll('\0', '\ufffd')
    if (fit !== whole) mending = 'nul-character'
    else if (whole !== value) mending = 'half-character'
    else if (formulas === 'escape' && guarded.test(fit)) mending ??= 'formula-escaped'
    return fit
  })
  const line = Papa.unparse([fields], {
    newline: lineEnd,
    quotes: (value: unknown) => value === '',
    // Numbers are left alone: a minus makes no formula of them.
    escapeFormulae: formulas === 'escape' && guarded,
  })
  return { line: line + lineEnd, ...(mending !== undefined && { mending }) }
}
