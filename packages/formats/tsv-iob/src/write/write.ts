import { dropTypes, type Part, safeName, uniqueNames, type WriteContext } from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'
import { tagColumns } from './columns.ts'
import { continuation } from './continuation.ts'
import { cellReasons, dropReasons, spanReasons } from './fates.ts'
import { layOut, type SpanTrouble } from './pieces.ts'
import { type CellTrouble, type Row, rowsOf } from './rows.ts'

/** Text is handed on in pieces of about this many characters. */
const chunkLength = 1 << 16

/** Writes one file for each document; later segments go on in the file of the first. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let path = ''
  for await (const document of documents) {
    signal?.throwIfAborted()
    if ((document.segment?.index ?? 0) === 0) path = unique(safeName(`${document.name}.tsv`))
    const rows = rowsOf(document.cells)
    const { pieces, troubles } = layOut(document, rows)
    const following = continuation(troubles)
    let chunk = ''
    for (const [index, { texts }] of rows.entries()) {
      const { tags, sorted } = tagColumns(texts.length, pieces[index] ?? [])
      following.take(texts.length, sorted)
      for (const [token, text] of texts.entries()) {
        chunk += `${text}\t${tags[token]?.join('\t') ?? 'O'}\n`
      }
      chunk += '\n'
      if (chunk.length < chunkLength) continue
      yield { path, chunk }
      chunk = ''
    }
    yield { path, chunk }
    accountForCells(document, rows, account)
    accountForSpans(document, troubles, account)
    dropTypes(account, document, ['relation', 'answer', 'box', 'timestamp', 'comment'], {
      code: 'tsv-iob/no-place',
      reason: dropReasons['no-place'],
    })
  }
}

function accountForCells(
  document: LabeledDocument,
  rows: readonly Row[],
  account: WriteContext['account'],
): void {
  const changed = new Map<CellTrouble, number[]>()
  const written = new Set<number>()
  for (const { cell, trouble } of rows) {
    written.add(cell)
    if (trouble === undefined) account.keep('cell')
    else addTo(changed, trouble, cell)
  }
  for (const [trouble, ids] of changed) {
    account.change('cell', {
      code: `tsv-iob/${trouble}`,
      reason: cellReasons[trouble],
      document,
      ids,
    })
  }
  const ids = [...document.cells.keys()].filter((cell) => !written.has(cell))
  const reason = dropReasons['cell-hidden']
  account.drop('cell', { code: 'tsv-iob/cell-hidden', reason, document, ids })
}

function accountForSpans(
  document: LabeledDocument,
  troubles: ReadonlyMap<Span, SpanTrouble>,
  account: WriteContext['account'],
): void {
  const byTrouble = new Map<SpanTrouble, string[]>()
  for (const [{ id }, trouble] of troubles) {
    addTo(byTrouble, trouble, id)
  }
  for (const [trouble, ids] of byTrouble) {
    const code = `tsv-iob/${trouble}` as const
    if (trouble === 'span-without-tokens') {
      account.drop('span', { code, reason: dropReasons[trouble], document, ids })
    } else {
      account.change('span', { code, reason: spanReasons[trouble], document, ids })
    }
  }
  const spans = document.annotations.filter(({ type }) => type === 'span').length
  account.keep('span', spans - troubles.size)
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}
