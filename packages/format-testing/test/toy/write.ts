import {
  dropTypes,
  type Part,
  type ShardContext,
  shardSuffix,
  type WriteContext,
} from '@labelport/format'
import { type LabeledDocument, type Span, statementTypes } from '@labelport/model'
import type { Fault } from './fault.ts'

/** Appends every document of a shard to one file. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: ShardContext,
  fault: Fault | undefined,
): AsyncGenerator<Part, null> {
  const { shard } = context
  const path = `all${fault === 'writes every shard into one file' ? '' : shardSuffix(shard)}.toy`
  const forgets =
    fault === 'drops a document in every shard but the first' && (shard?.index ?? 0) > 0
  let isFirst = true
  const time = fault === 'writes the time' ? [Date.now()] : []
  yield { path, chunk: `${JSON.stringify(['toy', 1, ...time])}\n` }
  for await (const document of documents) {
    if (fault === 'changes the documents') Object.assign(document, { name: 'mine' })
    if (forgets && isFirst) {
      isFirst = false
      const lost = { code: 'toy/lost', reason: 'It is lost.' } as const
      dropTypes(context.account, document, statementTypes, lost)
      continue
    }
    if (fault === 'forgets earlier segments' && document.segment?.index === 0) {
      account(document, context, fault)
      continue
    }
    const text = linesOf(document, fault)
    if (fault === 'cuts a pair of surrogates') {
      const at = text.search(/[\ud800-\udbff]/) + 1
      yield { path, chunk: text.slice(0, at) }
      yield { path, chunk: text.slice(at) }
    } else yield { path, chunk: text }
    account(document, context, fault)
  }
  return null
}

function linesOf(document: LabeledDocument, fault: Fault | undefined): string {
  const { id, name, segment = { index: 0, last: true }, cells } = document
  const index = fault === 'forgets earlier segments' ? 0 : segment.index
  const lines: unknown[] = [['document', id, name, index, segment.last, 0]]
  for (const [cell, { text, row, status }] of cells.entries()) {
    if (status !== undefined) continue
    lines.push(['text', fault === 'loses odd words' ? text.replaceAll('\u2028', ' ') : text, row])
    for (const { id, labelSet, label, target } of writable(document)) {
      if (target.cell !== cell) continue
      if (fault === 'loses a span the account calls kept' && label === 'label-place') continue
      lines.push(['span', id, labelSet, label, target.start, target.end])
    }
  }
  lines.push(['end'])
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Spans in one shown cell. */
function writable({ cells, annotations }: LabeledDocument): readonly Span[] {
  return annotations.filter(
    (one): one is Span =>
      one.type === 'span' &&
      (one.target.endCell ?? one.target.cell) === one.target.cell &&
      cells[one.target.cell]?.status === undefined,
  )
}

function account(document: LabeledDocument, { account }: WriteContext, fault?: Fault): void {
  const hidden = document.cells.flatMap(({ status }, index) =>
    status === undefined ? [] : [index],
  )
  account.keep('cell', document.cells.length - hidden.length)
  const cells = { code: 'toy/hidden', reason: 'Hidden cells are not written.' } as const
  account.drop('cell', { ...cells, document, ids: hidden })
  const spans = writable(document)
  account.keep('span', spans.length)
  const lost = document.annotations.filter((one) => one.type === 'span' && !spans.includes(one))
  const spread = {
    code: 'toy/spread',
    reason: 'Spans over several cells are not written.',
  } as const
  account.drop('span', { ...spread, document, ids: lost.map(({ id }) => id) })
  const others = ['answer', 'box', 'timestamp', 'comment'] as const
  const unfit = { code: 'toy/no-place', reason: 'Toy files hold texts and spans.' } as const
  if (fault !== 'unbalanced account') dropTypes(account, document, others, unfit)
  if (fault === 'keeps a relation only in the account') {
    account.keep('relation', document.annotations.filter(({ type }) => type === 'relation').length)
  } else dropTypes(account, document, ['relation'], unfit)
}
