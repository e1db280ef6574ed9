import {
  FormatError,
  limitReports,
  type ReadContext,
  type Source,
  textOfSource,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { columnsOf } from '../header.ts'
import type { ComprehendOptions } from '../options.ts'
import { recordsIn } from '../records.ts'
import { readClasses } from './classes.ts'
import { readEntities } from './entities.ts'

const quoteTroubles = {
  'stray-quote': 'Found a quote inside a quoted field that is not doubled. It was kept as text.',
  'unclosed-quote':
    'The quote that opens here is never closed; everything up to the end of the file was read as one field.',
} as const

/** Reads entities, or classes when there is no header. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: ComprehendOptions,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const text = await textOfSource(source, 'amazon-comprehend-csv', context.signal)
  const records = recordsIn(text, ({ type, line, column }) => {
    const severity = type === 'unclosed-quote' ? 'error' : 'warning'
    const place = { path, line, column }
    report({
      severity,
      code: `amazon-comprehend-csv/${type}`,
      message: quoteTroubles[type],
      place,
    })
  })
  const [first, ...rest] = records
  if (first === undefined) {
    const message = 'The file is empty; expected a header or records of class and text.'
    report({
      severity: 'warning',
      code: 'amazon-comprehend-csv/empty-file',
      message,
      place: { path },
    })
    return
  }
  const scope = { path, context: { ...context, report }, options }
  const columns = columnsOf(first.fields)
  if (columns !== undefined) yield* readEntities(first, rest, columns, scope)
  else if (first.fields.length === 2) yield readClasses(records, scope)
  else {
    const message = `The first record has ${first.fields.length} fields; expected the header "File,Line,Begin Offset,End Offset,Type", or two fields, class and text.`
    const place = { path, line: first.line }
    throw new FormatError({
      severity: 'error',
      code: 'amazon-comprehend-csv/not-comprehend',
      message,
      place,
    })
  }
  close()
}
