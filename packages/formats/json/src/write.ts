import {
  dropTypes,
  type JsonObject,
  layersOf,
  layOut,
  metadataValue,
  type Part,
  placeLabels,
  printPieces,
  safeName,
  shortPosition,
  type Tally,
  tallyOf,
  tokensValue,
  uniqueNames,
  type WriteContext,
  wholeDocuments,
} from '@labelport/format'
import { type LabeledDocument, TokenBuffer } from '@labelport/model'

/** Writes each document into a file named like it: compact JSON and one line feed. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  for await (const document of wholeDocuments(documents)) {
    signal?.throwIfAborted()
    const tally = tallyOf('json', document, account)
    const file = { sentences: sentencesOf(document, tally) }
    tally.close()
    dropTypes(account, document, ['relation', 'answer', 'box', 'timestamp', 'comment'], {
      code: 'json/no-place',
      reason: 'Simplified JSON holds sentences, tokens and labels on them, and nothing else.',
    })
    const path = unique(`${safeName(document.name)}.json`)
    for (const chunk of printPieces(file)) yield { path, chunk }
    yield { path, chunk: '\n' }
  }
}

function sentencesOf(document: LabeledDocument, tally: Tally): JsonObject[] {
  const layout = layOut(document, 'one', tally)
  const labels = labelsByRow(document, layout, tally)
  const buffer = new TokenBuffer()
  const sentences: JsonObject[] = []
  for (const [index, cell] of document.cells.entries()) {
    if (!layout.isWritten(index)) continue
    sentences.push({
      id: cell.row,
      content: cell.text,
      tokens: tokensValue(cell, layout.tokensAt(index), undefined, buffer),
      labels: labels.get(cell.row) ?? [],
      ...(cell.metadata && { metadata: metadataValue(cell, undefined) }),
    })
  }
  return sentences
}

/** The labels by the row in which they begin. */
function labelsByRow(
  document: LabeledDocument,
  layout: ReturnType<typeof layOut>,
  tally: Tally,
): ReadonlyMap<number, readonly JsonObject[]> {
  const spans = document.annotations.filter(({ type }) => type === 'span')
  const layers = layersOf(document)
  const placement = placeLabels(
    { ...document, annotations: spans },
    layout,
    layers,
    () => undefined,
    tally,
  )
  const byRow = new Map<number, JsonObject[]>()
  for (const { annotation, key, loss } of placement.spans) {
    if (loss === undefined) tally.keep('span')
    else tally.change('span', loss, annotation.id)
    const row = key.position.startRow
    const labels = byRow.get(row) ?? []
    byRow.set(row, labels)
    labels.push({ l: key.label, layer: key.layer, ...shortPosition(key.position) })
  }
  return byRow
}
