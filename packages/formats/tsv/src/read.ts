import {
  baseName,
  delimitedTable,
  limitReports,
  type ReadContext,
  type RecordPlace,
  type Source,
  segmentRows,
  tableText,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { TsvOptions } from './options.ts'
import { tsvRecords } from './records.ts'
import type { Style } from './style.ts'

/** Reads a file line by line; a long one leaves in segments. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: TsvOptions,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const documentName = context.documentName ?? withoutExtension(baseName(path), ['.tsv'])
  let usualEnd: RecordPlace['lineEnd'] = '\r\n'
  const table = delimitedTable(
    { format: 'tsv', path, context: { ...context, documentName }, options, report },
    (_, { lineEnd }) => {
      usualEnd = lineEnd
    },
  )
  const parser = tsvRecords(
    options.quotes,
    table,
    () => table.open?.width,
    (quotes, line) => {
      if (quotes === 'text') return
      const message =
        'From here on quotes enclose fields as in CSV: so the lines have as many fields as the header. Set "quotes" to "text" if they belong to the text.'
      report({ severity: 'info', code: 'tsv/quoted', message, place: { path, line } })
    },
  )
  const kept = (openEnd: boolean): Style | undefined => {
    const style: Style = {
      ...((usualEnd === '\n' || usualEnd === '\r') && { lineEnd: usualEnd }),
      ...(parser.quotes === 'text' && { quotes: 'text' }),
      ...(openEnd && { openEnd }),
    }
    return Object.keys(style).length > 0 ? style : undefined
  }
  for await (const text of tableText(source, 'tsv', context.signal)) {
    parser.push(text)
    const { open } = table
    if (open === undefined || open.waiting < segmentRows) continue
    context.signal?.throwIfAborted()
    yield open.takeAllButLast(kept(false))
  }
  parser.end()
  const { open, lastEnd } = table
  if (open === undefined) {
    const message = 'The file is empty; expected a header with column names.'
    report({ severity: 'error', code: 'tsv/empty-file', message, place: { path } })
    return
  }
  const document = open.takeRest(kept(lastEnd === ''))
  close()
  yield document
}
