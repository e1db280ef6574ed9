import {
  type ConllFate,
  conllReasons,
  type Escapes,
  escapesFile,
  openEscapes,
  openFates,
  type Part,
  type SchemaNames,
  safeName,
  schemaNames,
  tagCells,
  tokenLines,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'
import { type Kept, keptIn } from '../extra.ts'
import type { TagScheme } from '../options.ts'
import { inIob1 } from './iob1.ts'

const usualDocstart = '-DOCSTART- -X- -X- O'

/** Writes one file for each document; documents that were read from one file share one. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  scheme: TagScheme,
): AsyncGenerator<Part> {
  const escapes = openEscapes()
  const schemas = schemaNames('conll-2003', context.report)
  const unique = uniqueNames()
  let path = ''
  for await (const document of documents) {
    context.signal?.throwIfAborted()
    const kept = keptIn(document)
    const isFirst = (document.segment?.index ?? 0) === 0
    if (path === '' || (isFirst && kept?.follows === undefined)) {
      path = unique(safeName(`${document.name}.conll`))
    }
    const docstart = kept === undefined ? usualDocstart : kept.docstart
    if (isFirst) yield { path, chunk: docstart === undefined ? '' : `${docstart}\n\n` }
    yield { path, chunk: linesOf(document, kept, { escapes, schemas, scheme, context }) }
  }
  const table = escapesFile(escapes.used())
  if (table !== undefined) yield table
}

interface Scope {
  readonly escapes: Escapes
  readonly schemas: SchemaNames
  readonly scheme: TagScheme
  readonly context: WriteContext
}

/** The rows of a document. Tells what became of its statements. */
function linesOf(document: LabeledDocument, kept: Kept | undefined, scope: Scope): string {
  const { escapes, schemas, scheme, context } = scope
  const fates = openFates<ConllFate>('conll-2003', conllReasons, context.account, document)
  const spans: Span[] = []
  for (const one of document.annotations) {
    if (one.type === 'span') spans.push(one)
    else fates.drop(one.type, 'no-place', one.id)
  }
  for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
  const names = schemas.of(document.schema, 'text')
  const tagging = { document, fates, escapes, names, scheme: 'iob2', overlap: 'longest' } as const
  const tags = tagCells(spans, tagging)
  const isIob1 = scheme === 'iob1' || (scheme === 'same' && kept?.scheme === 'iob1')
  const separator = kept?.tabs ? '\t' : ' '
  const middlesOf = (cell: number): readonly string[] | undefined => {
    const middles = kept?.middles?.[cell]
    const tokens = document.cells[cell]?.tokens?.length ?? 0
    return middles?.length === tokens / 2 ? middles : undefined
  }
  const lines = tokenLines(tagging, isIob1 ? inIob1(tags) : tags, {
    separator,
    middle: `-X-${separator}-X-${separator}`,
    middlesOf,
  })
  const text = [...lines].join('')
  fates.close()
  return text
}
