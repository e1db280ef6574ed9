import {
  idText,
  isObject,
  type ListPiece,
  openPieces,
  rangeBetween,
  type Source,
} from '@labelport/format'
import { formatId } from '../extra.ts'
import type { LabelRows } from './label-rows.ts'

/**
 * Gives arrows the rows of the labels they join, which they name by id. Goes over the labels once more where there are
 * arrows, or labels that do not ascend, and tells whether ids repeat.
 */
export async function placeArrows(
  source: Source,
  pieces: readonly ListPiece[],
  labels: LabelRows,
  signal?: AbortSignal,
): Promise<'unique' | 'repeated'> {
  const { arrows } = labels
  if (arrows.length === 0 && ascend(labels.first)) return 'unique'
  const wanted = new Set(arrows.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()))
  const placeOf = new Map<string, number>()
  const taken = new Set<string>()
  let ids: 'unique' | 'repeated' = 'unique'
  const reader = openPieces(source, formatId, signal)
  try {
    for (const piece of pieces) {
      for (const [at, label] of (await reader.read(piece)).entries()) {
        const id = isObject(label) ? idText(label.id) : undefined
        if (id === undefined) continue
        if (taken.has(id)) ids = 'repeated'
        taken.add(id)
        const isEnd = isObject(label) && label.type === 'SPAN' && wanted.has(id)
        if (isEnd && !placeOf.has(id)) placeOf.set(id, piece.first + at)
      }
    }
  } finally {
    await reader.close()
  }
  for (const { index, from, to } of arrows) {
    const range = rangeBetween(labels, placeOf.get(from ?? ''), placeOf.get(to ?? ''))
    if (range !== undefined) labels.set(index, range)
  }
  return ids
}

function ascend(rows: LabelRows['first']): boolean {
  let row = 0
  for (let index = 0; index < rows.length(); index += 1) {
    const next = rows.at(index)
    if (next === -1) continue
    if (next < row) return false
    row = next
  }
  return true
}
