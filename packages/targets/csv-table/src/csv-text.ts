import { wellFormed } from '@labelport/format'
import { hasLoneSurrogate } from '@labelport/model'
import Papa from 'papaparse'
import type { Options } from './options.ts'
import {
  type DocumentRow,
  documentColumns,
  type TableName,
  type TableRow,
  tables,
} from './tables.ts'

const lineEnd = '\r\n'

/**
 * Texts that get a `'` in front: those a spreadsheet may run, and those that such a `'` makes look escaped, so
 * that taking one `'` off gives every text back.
 */
const guarded = /^'*[=+\-@\t\r]/

/** What was done to a text so that it fits into a file. */
export type Mending = 'half-character' | 'nul-character' | 'formula-escaped'

/** The fields of a record in the order of the columns, and what its texts suffer. */
export interface CsvRecord {
  readonly fields: readonly (string | number | null)[]
  readonly mending?: Mending
}

const leadColumns = Object.keys(documentColumns)

/** The columns of each table behind those of the document. */
const ownColumns = {
  labels: Object.keys(tables.labels).slice(leadColumns.length),
  cells: Object.keys(tables.cells).slice(leadColumns.length),
  documents: Object.keys(tables.documents).slice(leadColumns.length),
} as const satisfies Record<TableName, readonly string[]>

/** The names of the columns as a line. */
export function headerOf(table: TableName): string {
  return [...leadColumns, ...ownColumns[table]].join(',') + lineEnd
}

/** The fields every row of a document begins with. */
export function leadOf(row: DocumentRow, formulas: Options['formulas']): CsvRecord {
  return fitted(leadColumns, row, formulas, { fields: [] })
}

/** Puts a row behind the fields of its document and takes out what no reader of CSV can take. */
export function recordOf<Name extends TableName>(
  table: Name,
  lead: CsvRecord,
  row: TableRow<Name>,
  formulas: Options['formulas'],
): CsvRecord {
  return fitted(ownColumns[table], row, formulas, lead)
}

function fitted(
  columns: readonly string[],
  values: Readonly<Record<string, string | number | null | undefined>>,
  formulas: Options['formulas'],
  lead: CsvRecord,
): CsvRecord {
  const fields = [...lead.fields]
  let { mending } = lead
  for (const column of columns) {
    const value = values[column] ?? null
    if (typeof value !== 'string') fields.push(value)
    else if (value.includes('\0') || hasLoneSurrogate(value)) {
      mending = value.includes('\0') ? 'nul-character' : 'half-character'
      fields.push(wellFormed(value).replaceAll('\0', '\ufffd'))
    } else {
      if (formulas === 'escape' && guarded.test(value)) mending ??= 'formula-escaped'
      fields.push(value)
    }
  }
  return { fields, ...(mending !== undefined && { mending }) }
}

/** Records as lines. Null is nothing between the commas, an empty text is `""`. */
export function linesOf(
  records: readonly CsvRecord['fields'][],
  formulas: Options['formulas'],
): string {
  const text = Papa.unparse(records as CsvRecord['fields'][], {
    newline: lineEnd,
    quotes: (value: unknown) => value === '',
    // Numbers are left alone: a minus makes no formula of them.
    escapeFormulae: formulas === 'escape' && guarded,
  })
  return text + lineEnd
}
