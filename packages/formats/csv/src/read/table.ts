import { baseName, type Diagnostic, type ReadContext, type Report } from '@labelport/format'
import type { CsvOptions } from '../options.ts'
import { type Style, styleOfHeader } from '../style.ts'
import { type Header, headerOf } from './columns.ts'
import { type LabelStatus, labelStatusOf } from './label-status.ts'
import type { QuoteTrouble, RecordPlace, RecordSink } from './records.ts'
import { type Rows, rowsOf } from './rows.ts'
import { answerTroubles, recordTroubles } from './troubles.ts'

/** A table whose header has been read. */
interface OpenTable {
  readonly header: Header
  readonly rows: Rows
  readonly status: LabelStatus | undefined
  readonly style: Style
  readonly lineEnd: RecordPlace['lineEnd']
}

/** Makes rows of records and tells what is odd about them. */
export interface Table extends RecordSink {
  /** Undefined until the header has been read. */
  open?: OpenTable
  /** The end of the last record so far. */
  lastEnd: RecordPlace['lineEnd']
}

/** Starts before the header. */
export function tableOf(
  path: string,
  context: Omit<ReadContext, 'report'>,
  options: CsvOptions,
  report: Report,
): Table {
  const tell = (
    severity: Diagnostic['severity'],
    code: Diagnostic['code'],
    message: string,
    place: { readonly line: number; readonly column?: number },
  ): void => report({ severity, code, message, place: { path, ...place } })

  const begin = (names: readonly string[], place: RecordPlace): OpenTable => {
    const header = headerOf(names, context.schema, options)
    for (const { severity, code, message } of header.findings) {
      tell(severity, code, message, { line: place.line })
    }
    const { lineEnd } = place
    const style = styleOfHeader(names, place.raw(), lineEnd)
    const base = { id: path, name: context.documentName ?? baseName(path) }
    const rows = rowsOf(
      Object.keys(style).length > 0 ? { ...base, extra: { csv: style } } : base,
      header,
    )
    return { header, rows, status: labelStatusOf(names), style, lineEnd }
  }
  const add = (
    fields: readonly string[],
    { line, lineEnd }: RecordPlace,
    open: OpenTable,
  ): void => {
    const width = open.header.columns.length
    if (fields.length === 1 && fields[0] === '' && width > 1) {
      tell('warning', 'csv/blank-line', recordTroubles.blankLine, { line })
      return
    }
    if (fields.length !== width) {
      tell('warning', 'csv/ragged-row', recordTroubles.raggedRow(fields.length, width), { line })
    }
    if (lineEnd !== open.lineEnd && lineEnd !== '') {
      const message = recordTroubles.mixedLineEnds(lineEnd, open.lineEnd)
      tell('warning', 'csv/mixed-line-ends', message, { line })
    }
    const odd = open.rows.add(fields, open.status?.take(fields) ?? false)
    for (const { trouble, column, question, text } of odd) {
      const message = answerTroubles[trouble](text, question.text, column + 1)
      tell('warning', `csv/${trouble}`, message, { line })
    }
  }
  const table: Table = {
    lastEnd: '',
    record(fields, place) {
      table.lastEnd = place.lineEnd
      if (table.open === undefined) table.open = begin(fields, place)
      else add(fields, place, table.open)
    },
    trouble({ type, line, column }: QuoteTrouble) {
      const severity = type === 'unclosed-quote' ? 'error' : 'warning'
      tell(severity, `csv/${type}`, recordTroubles[type], { line, column })
    },
  }
  return table
}
