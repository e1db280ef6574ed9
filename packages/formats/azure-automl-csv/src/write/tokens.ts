import {
  type ConllFate,
  conllReasons,
  type Escapes,
  openFates,
  type SchemaNames,
  tagCells,
  tokenLines,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'

/** What the files of a writing share. */
interface Shared {
  readonly escapes: Escapes
  readonly schemas: SchemaNames
  readonly context: WriteContext
}

/** The lines of a document or segment: a token, a blank and a tag of IOB2; tells the fate of everything. */
export function writeTokens(
  document: LabeledDocument,
  { escapes, schemas, context }: Shared,
): string {
  const fates = openFates<ConllFate>('azure-automl-csv', conllReasons, context.account, document)
  const spans: Span[] = []
  for (const one of document.annotations) {
    if (one.type === 'span') spans.push(one)
    else fates.drop(one.type, 'no-place', one.id)
  }
  for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
  const names = schemas.of(document.schema, 'text')
  const tagging = { document, fates, escapes, names, scheme: 'iob2', overlap: 'longest' } as const
  const tags = tagCells(spans, tagging)
  const text = [...tokenLines(tagging, tags, { separator: ' ', middle: '' })].join('')
  fates.close()
  return text
}
