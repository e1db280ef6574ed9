import { limitReports, type ReadContext, type Source, textChunksOf } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { CsvOptions } from '../options.ts'
import { recordParser } from './records.ts'
import { tableOf } from './table.ts'

/** A segment ends with the piece of text in which it reaches this many rows: few enough to die young. */
const segmentRows = 500
/** Longer pieces of text are cut, so that one of them does not hold all rows at once. */
const pieceLength = 1 << 17

/** Reads a file record by record; a long one leaves in segments. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: CsvOptions,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const table = tableOf(path, context, options, report)
  const parser = recordParser(table)
  for await (const text of textChunksOf(source, 'csv', context.signal)) {
    for (let from = 0; from < text.length; from += pieceLength) {
      parser.push(text.slice(from, from + pieceLength))
      const { open } = table
      if (open === undefined || open.rows.waiting < segmentRows) continue
      context.signal?.throwIfAborted()
      yield open.rows.takeAllButLast()
    }
  }
  parser.end()
  const { open, lastEnd } = table
  if (open === undefined) {
    const message = 'The file is empty; expected a header with column names.'
    report({ severity: 'error', code: 'csv/empty-file', message, place: { path } })
    return
  }
  if (open.status !== undefined) {
    const message = open.status.describe()
    report({ severity: 'info', code: 'csv/label-status', message, place: { path, line: 1 } })
  }
  close()
  const document = open.rows.takeRest()
  yield lastEnd === ''
    ? { ...document, extra: { csv: { ...open.style, openEnd: true } } }
    : document
}
