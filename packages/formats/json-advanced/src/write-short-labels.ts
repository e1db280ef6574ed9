import {
  type JsonObject,
  overlay,
  type Placed,
  type Placement,
  shortPosition,
  writeOrigin,
} from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'
import { keptIn, keptObject } from './extra.ts'

/** The short labels by the row in which they begin. A span whose source had none gets none. */
export function writeShortLabels(
  document: LabeledDocument,
  { spans }: Placement,
): ReadonlyMap<number, readonly JsonObject[]> {
  return new Map(
    [...shortsByRow(spans)].map(([row, shorts]) => {
      // The order of the file; what is new comes last, in the order of the labels.
      const sorted = [...shorts].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
      return [row, sorted.map(({ placed, source }) => writeShort(placed, source, document.id))]
    }),
  )
}

/** Whether each short label has a place of its own in its sentence, so that the order of spans does not matter. */
export function haveOwnPlaces({ spans }: Placement): boolean {
  for (const shorts of shortsByRow(spans).values()) {
    if (new Set(shorts.map(({ at }) => at)).size < shorts.length) return false
  }
  return true
}

interface Short {
  /** From 0; infinite for what is new. */
  readonly at: number
  readonly placed: Placed<Span>
  readonly source: JsonObject | undefined
}

function shortsByRow(spans: Placement['spans']): ReadonlyMap<number, readonly Short[]> {
  const byRow = new Map<number, Short[]>()
  for (const placed of spans) {
    const kept = keptIn(placed.annotation.extra)
    const source = keptObject(kept, 'short')
    if (kept !== undefined && source === undefined) continue
    const row = placed.key.position.startRow
    const at = placed.isUnchanged && typeof kept?.at === 'number' ? kept.at : Infinity
    const shorts = byRow.get(row) ?? []
    byRow.set(row, shorts)
    shorts.push({ at, placed, source })
  }
  return byRow
}

function writeShort(
  { annotation, key, hashCode, isUnchanged }: Placed<Span>,
  source: JsonObject | undefined,
  documentId: string,
): JsonObject {
  const { label, layer, position, counter } = key
  const { labeledBy, labeledByUserId } = writeOrigin(annotation.origin, source)
  const { sidS, s, charS, sidE, e, charE } = shortPosition(position)
  const id = [label, layer, sidS, s, charS, sidE, e, charE, counter].join(':')
  const isNamed = labeledByUserId !== null && labeledByUserId !== undefined
  return overlay(source, {
    l: label,
    ...(!isUnchanged && { layer, id }),
    deleted: false,
    labeledBy,
    ...((isNamed || source?.labeledByUserId !== undefined) && { labeledByUserId }),
    ...((!isUnchanged || source?.hashCode !== undefined) && { hashCode }),
    ...(source === undefined && { documentId }),
    sidS,
    s,
    charS,
    sidE,
    e,
    charE,
  })
}
