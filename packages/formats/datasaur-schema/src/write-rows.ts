import {
  isObject,
  type JsonObject,
  type Layout,
  metadataValue,
  overlay,
  tokensValue,
} from '@labelport/format'
import { type LabeledDocument, TokenBuffer } from '@labelport/model'
import { keptObject } from './extra.ts'

/** Writes the cells as lists of rows. A row without cells is empty, so that the others keep their numbers. */
export function writeRows(
  { cells }: LabeledDocument,
  layout: Layout,
  kept: JsonObject | undefined,
): unknown[] {
  const rows: unknown[][] = []
  const odd = keptObject(kept, 'cells')
  const buffer = new TokenBuffer()
  for (const [index, cell] of cells.entries()) {
    if (!layout.isWritten(index)) continue
    while (rows.length <= cell.row) rows.push([])
    const row = rows[cell.row] ?? []
    while (row.length < cell.column) row.push({ content: '', tokens: [], metadata: [] })
    const key = `${cell.row}:${cell.column}`
    const found = odd !== undefined && Object.hasOwn(odd, key) ? odd[key] : undefined
    const source = isObject(found) ? found : undefined
    row[cell.column] = overlay(source, {
      content: cell.text,
      tokens: tokensValue(cell, layout.tokensAt(index), source, buffer),
      metadata: metadataValue(cell, source),
    })
  }
  const count = kept?.rowCount
  if (typeof count === 'number' && count < 10_000_000) while (rows.length < count) rows.push([])
  return rows
}
