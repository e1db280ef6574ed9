import {
  baseName,
  type Diagnostic,
  limitReports,
  type ReadContext,
  type Source,
  textOfSource,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { AutomlOptions } from '../options.ts'
import { taggedShare } from '../token-line.ts'
import { readClasses } from './classes.ts'
import { readTokens } from './tokens.ts'

/** What a file is read with. */
export interface Scope {
  readonly path: string
  /** The document's name. */
  readonly name: string
  readonly context: ReadContext
  readonly options: AutomlOptions
  readonly tell: (
    severity: Diagnostic['severity'],
    what: What,
    message: string,
    line?: number,
    column?: number,
  ) => void
}

/** What may be told about a file. */
export type What =
  | 'seen'
  | 'empty-file'
  | 'header'
  | 'missing-tag'
  | 'unprefixed-tag'
  | 'orphan-inside'
  | 'empty-token'
  | 'unknown-label'
  | 'ambiguous-label'
  | 'no-header'
  | 'no-labels'
  | 'other-columns'
  | 'no-such-column'
  | 'bad-list'
  | 'ragged-row'
  | 'no-such-option'
  | 'stray-quote'
  | 'unclosed-quote'

/** Reads tokens and tags, or a table with a column of labels, whichever the lines look like. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: AutomlOptions,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const scope: Scope = {
    path,
    name: context.documentName ?? baseName(path),
    context: { ...context, report },
    options,
    tell(severity, what, message, line, column) {
      const place = { path, ...(line && { line }), ...(column && { column }) }
      report({ severity, code: `azure-automl-csv/${what}`, message, place })
    },
  }
  const text = await textOfSource(source, 'azure-automl-csv', context.signal)
  if (text.trim() === '') {
    scope.tell('warning', 'empty-file', 'The file is empty; expected tokens with tags, or a table.')
    return
  }
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  yield taggedShare(lines) >= 0.5 ? await readTokens(lines, scope) : readClasses(text, scope)
  close()
}
