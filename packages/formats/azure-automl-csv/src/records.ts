import { type PapaParser, quotedRecords } from '@labelport/format'
import Papa from 'papaparse'

/** A record of a CSV and where it begins. */
export interface CsvRecord {
  readonly fields: readonly string[]
  /** From 1. */
  readonly line: number
}

/** Something wrong with quotes; line and column from 1. */
export interface QuoteTrouble {
  readonly type: 'stray-quote' | 'unclosed-quote'
  readonly line: number
  readonly column: number
}

/** The types promise an object per record; without `header` it is an array of fields. */
const papa: PapaParser = (config) => new Papa.Parser(config as Papa.ParseConfig)

/** All records of a text; empty lines are none. */
export function recordsIn(text: string, onTrouble: (trouble: QuoteTrouble) => void): CsvRecord[] {
  const records: CsvRecord[] = []
  const parser = quotedRecords(papa, ',', {
    record(fields, { line }) {
      if (fields.length > 1 || fields[0] !== '') records.push({ fields: [...fields], line })
    },
    trouble: onTrouble,
  })
  parser.push(text)
  parser.end()
  return records
}

/** Records as lines of CSV, quoted where needed. */
export function linesOf(records: readonly (readonly (string | number)[])[]): string {
  if (records.length === 0) return ''
  return `${Papa.unparse(records as (string | number)[][], { newline: '\n' })}\n`
}
