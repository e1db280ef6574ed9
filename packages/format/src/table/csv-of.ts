import {
  type PapaConfig,
  type PapaParser,
  type QuoteTrouble,
  quotedRecords,
} from './quoted-records.ts'

/** What formats hand over of papaparse, on which they depend and this package does not. */
export interface PapaLibrary {
  readonly Parser: new (config: never) => ReturnType<PapaParser>
  readonly unparse: (records: never[], config: { readonly newline: string }) => string
}

/** A record of a CSV and where it begins. */
export interface CsvRecord {
  readonly fields: readonly string[]
  /** From 1. */
  readonly line: number
}

/** Reading and writing of CSV by papaparse. */
export interface Csv {
  readonly parser: PapaParser
  /** All records of a text; empty lines are none. */
  readonly recordsIn: (text: string, onTrouble: (trouble: QuoteTrouble) => void) => CsvRecord[]
  /** Records as lines of CSV, quoted where needed. */
  readonly linesOf: (records: readonly (readonly (string | number)[])[]) => string
}

/** CSV as the given papaparse reads and writes it. */
export function csvOf({ Parser, unparse }: PapaLibrary): Csv {
  // The library's types promise an object for each record; without `header` it is an array of fields.
  const parser: PapaParser = (config: PapaConfig) => new Parser(config as never)
  return {
    parser,
    recordsIn(text, onTrouble) {
      const records: CsvRecord[] = []
      const reading = quotedRecords(parser, ',', {
        record(fields, { line }) {
          if (fields.length > 1 || fields[0] !== '') records.push({ fields: [...fields], line })
        },
        trouble: onTrouble,
      })
      reading.push(text)
      reading.end()
      return records
    },
    linesOf: (records) =>
      records.length === 0 ? '' : `${unparse(records as never[], { newline: '\n' })}\n`,
  }
}
