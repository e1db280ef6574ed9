import {
  csvOf,
  delimitedTable,
  limitReports,
  quotedRecords,
  type ReadContext,
  type Source,
  segmentRows,
  tableText,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import Papa from 'papaparse'
import type { CsvOptions } from './options.ts'
import { type Style, styleOfHeader } from './style.ts'

const { parser: papa } = csvOf(Papa)

/** Reads a file record by record; a long one leaves in segments. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: CsvOptions,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  let style: Style = {}
  const scope = { format: 'csv', path, context, options, report }
  const table = delimitedTable(scope, (names, { raw, lineEnd }) => {
    style = styleOfHeader(names, raw(), lineEnd)
  })
  const kept = (all: Style): Style | undefined => (Object.keys(all).length > 0 ? all : undefined)
  const parser = quotedRecords(papa, ',', table)
  for await (const text of tableText(source, 'csv', context.signal)) {
    parser.push(text)
    const { open } = table
    if (open === undefined || open.waiting < segmentRows) continue
    context.signal?.throwIfAborted()
    yield open.takeAllButLast(kept(style))
  }
  parser.end()
  const { open, lastEnd } = table
  if (open === undefined) {
    const message = 'The file is empty; expected a header with column names.'
    report({ severity: 'error', code: 'csv/empty-file', message, place: { path } })
    return
  }
  const document = open.takeRest(kept(lastEnd === '' ? { ...style, openEnd: true } : style))
  close()
  yield document
}
