import { limitReports, type ReadContext, type Source, textChunksOf } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { CsvOptions } from '../options.ts'
import type { Style } from '../style.ts'
import { recordParser } from './records.ts'
import { tableOf } from './table.ts'

/** A segment ends with the piece of text in which it reaches this many rows. */
const segmentRows = 2000
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
  // One segment is held back until another follows: only the last one may say that it is.
  let held: LabeledDocument | undefined
  for await (const text of textChunksOf(source, 'csv', context.signal)) {
    for (let from = 0; from < text.length; from += pieceLength) {
      parser.push(text.slice(from, from + pieceLength))
      const { open } = table
      if (open === undefined || open.rows.waiting < segmentRows) continue
      context.signal?.throwIfAborted()
      if (held !== undefined) yield held
      held = open.rows.take()
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
  if (held !== undefined && open.rows.waiting > 0) {
    yield held
    held = undefined
  }
  yield finished(
    held ?? open.rows.take(),
    lastEnd === '' ? { ...open.style, openEnd: true } : undefined,
  )
}

/** The last segment, or the only one without a mark. */
function finished({ segment, ...document }: LabeledDocument, style?: Style): LabeledDocument {
  return {
    ...document,
    ...(segment !== undefined && segment.index > 0 && { segment: { ...segment, last: true } }),
    ...(style !== undefined && { extra: { csv: style } }),
  }
}
