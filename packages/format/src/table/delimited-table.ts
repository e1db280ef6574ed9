import type { Diagnostic, Place } from '../diagnostic.ts'
import { type OpenTable, openTable, type TableScope } from './open-table.ts'
import type { QuoteTrouble, RecordPlace, RecordSink } from './quoted-records.ts'

type LineEnd = RecordPlace['lineEnd']

/** Makes a table of records and tells what is odd about them; the first record is the header. */
export interface DelimitedTable extends RecordSink {
  /** Undefined until the header has been read. */
  open?: OpenTable
  /** The end of the last record so far. */
  lastEnd: LineEnd
}

const lineEndNames = { '\r\n': 'CR LF', '\n': 'LF', '\r': 'CR', '': 'none' } as const

const quoteTroubles = {
  'stray-quote':
    'Found a quote inside a quoted field that is not doubled; expected a delimiter or a line end behind the closing quote. The quote was kept as text.',
  'unclosed-quote':
    'The quote that opens here is never closed; everything up to the end of the file was read as one field.',
} as const

/** Starts before the header. `onHeader` sees the header as it is found, for the sake of its layout. */
export function delimitedTable(
  { format, path, ...rest }: Omit<TableScope, 'placeOf'>,
  onHeader: (names: readonly string[], place: RecordPlace) => void = () => {},
): DelimitedTable {
  let line = 1
  let usualEnd: LineEnd = ''
  const placeOf = (): Place => ({ path, line })
  const scope: TableScope = { format, path, ...rest, placeOf }
  const tell = (
    severity: Diagnostic['severity'],
    name: string,
    message: string,
    place = placeOf(),
  ): void => scope.report({ severity, code: `${format}/${name}`, message, place })
  const add = (fields: readonly string[], lineEnd: LineEnd, open: OpenTable): void => {
    const { width } = open
    if (fields.length === 1 && fields[0] === '' && width > 1) {
      tell('warning', 'blank-line', 'Found an empty line; expected a record. It was left out.')
      return
    }
    if (fields.length !== width) {
      const message = `Found ${fields.length} fields; expected ${width} as in the header. Those found were kept in their places.`
      tell('warning', 'ragged-row', message)
    }
    if (lineEnd !== usualEnd && lineEnd !== '') {
      const message = `The record ends with ${lineEndNames[lineEnd]}; expected ${lineEndNames[usualEnd]} as after the header. Both were read as line ends.`
      tell('warning', 'mixed-line-ends', message)
    }
    open.add(fields)
  }
  const table: DelimitedTable = {
    lastEnd: '',
    record(fields, place) {
      line = place.line
      table.lastEnd = place.lineEnd
      if (table.open !== undefined) return add(fields, place.lineEnd, table.open)
      usualEnd = place.lineEnd
      onHeader(fields, place)
      table.open = openTable(fields, scope)
    },
    trouble({ type, line: at, column }: QuoteTrouble) {
      const severity = type === 'unclosed-quote' ? 'error' : 'warning'
      tell(severity, type, quoteTroubles[type], { path, line: at, column })
    },
  }
  return table
}
