import {
  isObject,
  type JsonObject,
  type Layout,
  metadataValue,
  overlay,
  tokensValue,
  withUnread,
} from '@labelport/format'
import { type LabeledDocument, TokenBuffer } from '@labelport/model'
import { keptObject } from './extra.ts'

/** Writes the cells as sentences, whose ids are their rows, with the labels that begin in them. */
export function writeSentences(
  { cells }: LabeledDocument,
  layout: Layout,
  shortLabels: ReadonlyMap<number, readonly JsonObject[]>,
  kept: JsonObject | undefined,
): JsonObject[] {
  const odd = keptObject(kept, 'sentences')
  const buffer = new TokenBuffer()
  const sentences: JsonObject[] = []
  for (const [index, cell] of cells.entries()) {
    if (!layout.isWritten(index)) continue
    const key = String(cell.row)
    const found = odd !== undefined && Object.hasOwn(odd, key) ? odd[key] : undefined
    const source = isObject(found) ? found : undefined
    const labels = withUnread(shortLabels.get(cell.row) ?? [], kept?.shortLabels, key)
    const hasLabels = source === undefined || Array.isArray(source.labels) || labels.length > 0
    sentences.push(
      overlay(source, {
        id: cell.row,
        content: cell.text,
        tokens: tokensValue(cell, layout.tokensAt(index), source, buffer),
        ...(hasLabels && { labels }),
        metadata: metadataValue(cell, source),
      }),
    )
  }
  return sentences
}
