import type { Part } from '@labelport/format'
import { type CsvRecord, linesOf } from './csv-text.ts'
import type { Options } from './options.ts'

/** This many records of a file are handed on at once. */
const batchRecords = 1000

/** Collects records of several files. */
export interface Pieces {
  /** Begins a file. */
  begin(path: string, header: string): void
  /** The path must have begun. */
  add(path: string, fields: CsvRecord['fields']): void
  /** The pieces that are long enough to be handed on. */
  full(): Iterable<Part>
  rest(): Iterable<Part>
}

/** Opens an empty collection. */
export function openPieces(formulas: Options['formulas']): Pieces {
  const files = new Map<string, { header: string; records: CsvRecord['fields'][] }>()
  let isFull = false
  function* take(least: number): Generator<Part> {
    for (const [path, file] of files) {
      const { header, records } = file
      if (header.length + records.length === 0 || records.length < least) continue
      file.header = ''
      file.records = []
      yield { path, chunk: records.length === 0 ? header : header + linesOf(records, formulas) }
    }
  }
  return {
    begin(path, header) {
      files.set(path, { header, records: [] })
    },
    add(path, fields) {
      const records = files.get(path)?.records
      if (records === undefined) throw new RangeError(`"${path}" has not begun.`)
      records.push(fields)
      isFull ||= records.length >= batchRecords
    },
    *full() {
      if (!isFull) return
      isFull = false
      yield* take(batchRecords)
    },
    rest: () => take(0),
  }
}
