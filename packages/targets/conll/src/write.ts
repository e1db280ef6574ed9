import {
  dropRootCopy,
  type LineForm,
  openEscapes,
  openFates,
  type Part,
  type ShardContext,
  safeName,
  schemaNames,
  shardSuffix,
  tagCells,
  tokenLines,
  uniqueNames,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Facts } from './facts.ts'
import type { Options } from './options.ts'
import { reasons } from './reasons.ts'
import { siftSpans } from './sift.ts'

/** Text is handed on in pieces of about this many UTF-16 code units. */
const chunkText = 1024 * 1024

/** Exactly what readers of CoNLL-2003 look for, whatever the number of columns. */
const docstart = '-DOCSTART- -X- O O\n\n'

/** Writes rows as blocks of lines while documents come in; returns what the files about the whole are made of. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: ShardContext,
  options: Options,
): AsyncGenerator<Part, Facts> {
  const escapes = openEscapes()
  const pathOf = paths(options, context)
  const used = new Set<string>()
  const form = formOf(options)
  const schemas = schemaNames('conll', context.report)
  let path = ''
  const pending = openBatch()
  for await (const document of documents) {
    if (dropRootCopy('conll', reasons, document, context)) continue
    const next = pathOf(document)
    if (next !== path && pending.length() > 0) yield { path, chunk: pending.take() }
    path = next
    if (context.splits !== undefined) used.add(context.splits.of(document))
    const fates = openFates('conll', reasons, context.account, document)
    const spans = siftSpans(document, fates, options.unresolved)
    const names = schemas.of(document.schema, 'text')
    const { scheme, overlap } = options
    const tagging = { document, fates, escapes, names, scheme, overlap }
    if (options.docstart === 'conll2003' && isFirst(document)) pending.add(docstart)
    for (const block of tokenLines(tagging, tagCells(spans, tagging), form)) {
      pending.add(block)
      if (pending.length() >= chunkText) yield { path, chunk: pending.take() }
    }
    fates.close()
  }
  if (pending.length() > 0) yield { path, chunk: pending.take() }
  return { written: path !== '', splits: [...used], escapes: escapes.used() }
}

function formOf(options: Options): LineForm {
  const separator = options.separator === 'tab' ? '\t' : ' '
  return { separator, middle: options.columns === '4' ? `-X-${separator}-X-${separator}` : '' }
}

/** Texts that are handed on together. */
function openBatch() {
  let texts: string[] = []
  let length = 0
  return {
    length: () => length,
    add(text: string) {
      texts.push(text)
      length += text.length
    },
    take(): string {
      const all = texts.join('')
      texts = []
      length = 0
      return all
    },
  }
}

function isFirst({ segment }: LabeledDocument): boolean {
  return segment === undefined || segment.index === 0
}

/**
 * Later segments go where the first went; documents of equal names get files of their own. Splits are files of
 * their own, or folders where documents are.
 */
function paths(
  { files, split }: Options,
  { splits, shard }: ShardContext,
): (document: LabeledDocument) => string {
  if (files === 'one') {
    const ending = `${shardSuffix(shard)}.conll`
    return (document) => (splits === undefined ? split : safeName(splits.of(document))) + ending
  }
  const unique = uniqueNames()
  let path = ''
  return (document) => {
    if (!isFirst(document) && path !== '') return path
    const folder = splits === undefined ? '' : `${safeName(splits.of(document))}/`
    path = folder + unique(`${safeName(document.name)}.conll`)
    return path
  }
}
