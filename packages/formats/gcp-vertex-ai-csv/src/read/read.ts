import {
  baseName,
  limitReports,
  type ReadContext,
  type Source,
  textOfSource,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { VertexOptions } from '../options.ts'
import { recordsIn } from '../records.ts'
import { readClasses } from './classes.ts'
import { readExamples } from './examples.ts'
import type { Scope } from './scope.ts'

const quoteTroubles = {
  'stray-quote': 'Found a quote inside a quoted field that is not doubled. It was kept as text.',
  'unclosed-quote':
    'The quote that opens here is never closed; everything up to the end of the file was read as one field.',
} as const

/** Reads JSON Lines, also such as stand in the fields of a CSV, or records of texts and classes. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: VertexOptions,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const text = await textOfSource(source, 'gcp-vertex-ai-csv', context.signal)
  const isJson = text.trimStart().startsWith('{')
  const scope: Scope = {
    path,
    name:
      context.documentName ??
      (isJson ? withoutExtension(baseName(path), ['.jsonl']) : baseName(path)),
    context: { ...context, report },
    options,
    tell(severity, what, message, line, column) {
      const place = { path, ...(line && { line }), ...(column && { column }) }
      report({ severity, code: `gcp-vertex-ai-csv/${what}`, message, place })
    },
  }
  if (text.trim() === '') {
    scope.tell('warning', 'empty-file', 'The file is empty; expected JSON Lines or CSV.')
    return
  }
  if (isJson) {
    const lines = text.split('\n').map((line, index) => ({ text: line, line: index + 1 }))
    yield await readExamples(lines, 'JSON Lines', scope)
  } else {
    const records = recordsIn(text, ({ type, line, column }) => {
      const severity = type === 'unclosed-quote' ? 'error' : 'warning'
      scope.tell(severity, type, quoteTroubles[type], line, column)
    })
    const isQuotedJson = records.every(({ fields: [first = '', ...more] }) => {
      return more.length === 0 && first.trimStart().startsWith('{')
    })
    if (isQuotedJson) {
      const lines = records.map(({ fields: [first = ''], line }) => ({ text: first, line }))
      yield await readExamples(lines, 'JSON Lines in the fields of a CSV', scope)
    } else yield await readClasses(records, scope)
  }
  close()
}
