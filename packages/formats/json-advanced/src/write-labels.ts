import {
  type BoxPlacement,
  idText,
  type JsonObject,
  labelPosition,
  lossOfPeople,
  overlay,
  type Placed,
  type PlacedTextBox,
  type PlacedTimestamp,
  sourceId,
  type Tally,
  textBoxKeys,
  writeOrigin,
} from '@labelport/format'
import type { Annotation, Extra, LabeledDocument, Relation, Span } from '@labelport/model'
import { keptIn, keptObject } from './extra.ts'

/** A document on its way into a file. */
export interface Outgoing {
  readonly document: LabeledDocument
  readonly placement: BoxPlacement
  readonly labelerInfo: JsonObject
  readonly tally: Tally
}

/**
 * Writes `labels`, and tells the tally what became of each. They come in the order of their file, or
 * timestamps first, then spans, then arrows, then boxes.
 */
export function writeLabels(outgoing: Outgoing): JsonObject[] {
  const written = labelsById(outgoing)
  const own = outgoing.document.annotations.filter(({ id }) => written.has(id))
  if (!own.every(isFromFile)) return [...written.values()]
  return own.flatMap(({ id }) => {
    const value = written.get(id)
    return value === undefined ? [] : [value]
  })
}

/** The entries of `labels` by the ids of annotations: timestamps, spans, arrows, boxes. Tells the tally. */
export function labelsById(outgoing: Outgoing): ReadonlyMap<string, JsonObject> {
  const { placement } = outgoing
  const idOf = new Map(
    placement.spans.map(({ annotation }) => [annotation.id, writtenId(annotation)]),
  )
  const written = new Map<string, JsonObject>()
  for (const placed of placement.timestamps) {
    written.set(placed.annotation.id, writeTimestamp(placed, outgoing))
  }
  for (const placed of placement.spans) {
    const value = writeSpan(placed, outgoing)
    if (!standsInSentenceOnly(placed.annotation)) written.set(placed.annotation.id, value)
  }
  for (const placed of placement.relations) {
    written.set(placed.annotation.id, writeArrow(placed, idOf, outgoing))
  }
  for (const placed of placement.textBoxes) {
    written.set(placed.annotation.id, writeTextBox(placed, outgoing))
  }
  return written
}

/** Whether a label has an entry in the `labels` it was read from. */
export function isFromFile({ extra }: { readonly extra?: Extra }): boolean {
  return keptObject(keptIn(extra), 'label') !== undefined
}

function writtenId({ id, extra }: Annotation): unknown {
  return sourceId(
    id,
    (keptObject(keptIn(extra), 'label') ?? keptObject(keptIn(extra), 'short'))?.id,
  )
}

/** Labels of older files have no entry in `labels`, as long as a short one can say all of their origin. */
function standsInSentenceOnly({ extra, origin }: Span): boolean {
  const kept = keptIn(extra)
  const short = keptObject(kept, 'short')
  if (short === undefined || keptObject(kept, 'label') !== undefined) return false
  const { status, acceptedByUserId, rejectedByUserId } = writeOrigin(origin, short)
  const said = { status, acceptedByUserId, rejectedByUserId, ...times({ annotation: { origin } }) }
  const usual: JsonObject = { status: 'LABELED' }
  return Object.entries(said).every(
    ([key, value]) => (value ?? usual[key] ?? null) === (short[key] ?? usual[key] ?? null),
  )
}

function writeSpan(placed: Placed<Span>, outgoing: Outgoing): JsonObject {
  const { annotation, key } = placed
  const source = settle(placed, outgoing)
  const origin = originKeys(placed, source)
  return overlay(source, {
    ...(source === undefined && { labelText: null }),
    id: writtenId(annotation),
    ...(source === undefined && { documentId: outgoing.document.id }),
    labeledByUserId: origin.labeledByUserId,
    ...labelPosition(key.position),
    ...numbers(placed, source),
    labeledBy: origin.labeledBy,
    acceptedByUserId: origin.acceptedByUserId,
    rejectedByUserId: origin.rejectedByUserId,
    ...(source === undefined && noEnds),
    type: 'SPAN',
    labelSetItemId: annotation.label,
    status: origin.status,
    ...times(placed),
    ...hashCode(placed, source),
  })
}

const noEnds = { originId: null, originNumber: '0', destinationId: null, destinationNumber: '0' }

function writeArrow(
  placed: Placed<Relation>,
  idOf: ReadonlyMap<string, unknown>,
  outgoing: Outgoing,
): JsonObject {
  const { annotation, key } = placed
  const source = settle(placed, outgoing)
  const origin = originKeys(placed, source)
  const originId = idOf.get(annotation.from)
  const destinationId = idOf.get(annotation.to)
  return overlay(source, {
    ...(source === undefined && { labelText: null }),
    id: writtenId(annotation),
    ...(source === undefined && { documentId: outgoing.document.id }),
    labeledByUserId: origin.labeledByUserId,
    ...labelPosition(key.position),
    ...numbers(placed, source),
    labeledBy: origin.labeledBy,
    acceptedByUserId: origin.acceptedByUserId,
    rejectedByUserId: origin.rejectedByUserId,
    originId,
    originNumber: numberOf(originId, source?.originId, source?.originNumber),
    destinationId,
    destinationNumber: numberOf(destinationId, source?.destinationId, source?.destinationNumber),
    type: 'ARROW',
    labelSetItemId: annotation.label ?? (source?.labelSetItemId === null ? null : ''),
    status: origin.status,
    ...times(placed),
    ...hashCode(placed, source),
  })
}

/** The number beside an arrow's end: the source's own while the end is the same, else the id's digits. */
function numberOf(id: unknown, sourceEnd: unknown, sourceNumber: unknown): unknown {
  if (sourceEnd !== undefined && idText(sourceEnd) === idText(id)) return sourceNumber
  const text = idText(id) ?? ''
  return /^\d+$/.test(text) ? text : '0'
}

function writeTimestamp(placed: PlacedTimestamp, outgoing: Outgoing): JsonObject {
  const { annotation, key } = placed
  const source = settle(placed, outgoing)
  const origin = originKeys(placed, source)
  return overlay(source, {
    id: writtenId(annotation),
    ...(source === undefined && { documentId: outgoing.document.id }),
    ...(key.position === undefined ? noPosition : labelPosition(key.position)),
    ...numbers(placed, source),
    startTimestampMillis: annotation.startMs,
    endTimestampMillis: annotation.endMs,
    labeledBy: origin.labeledBy,
    type: 'TIMESTAMP',
    status: origin.status,
    labeledByUserId: origin.labeledByUserId,
    acceptedByUserId: origin.acceptedByUserId,
    rejectedByUserId: origin.rejectedByUserId,
    shouldExpand: source?.shouldExpand ?? false,
    ...times(placed),
    ...hashCode(placed, source),
  })
}

function writeTextBox(placed: PlacedTextBox, outgoing: Outgoing): JsonObject {
  const { annotation, key } = placed
  const source = settle(placed, outgoing)
  return overlay(source, {
    id: writtenId(annotation),
    ...(source === undefined && { documentId: outgoing.document.id }),
    ...(key.position === undefined ? noPosition : labelPosition(key.position)),
    ...numbers(placed, source),
    ...textBoxKeys(placed.shape, source),
    type: 'BOUNDING_BOX',
    ...writeOrigin(annotation.origin, source),
    ...times(placed),
    ...hashCode(placed, source),
  })
}

const noPosition: JsonObject = {
  startCellIndex: null,
  startCellLine: null,
  startTokenIndex: null,
  startCharIndex: null,
  endCellIndex: null,
  endCellLine: null,
  endTokenIndex: null,
  endCharIndex: null,
}

type AnyPlaced = Placed<Span> | Placed<Relation> | PlacedTimestamp | PlacedTextBox

/** Layer and counter stay as the source wrote them while the label is the source's. */
function numbers({ key, isUnchanged }: AnyPlaced, source: JsonObject | undefined): JsonObject {
  return isUnchanged && source !== undefined ? {} : { layer: key.layer, counter: key.counter }
}

/** So does the hash code, also where the source has none. */
function hashCode(placed: AnyPlaced, source: JsonObject | undefined): JsonObject {
  return placed.isUnchanged && source !== undefined ? {} : { hashCode: placed.hashCode }
}

function originKeys({ annotation }: AnyPlaced, source: JsonObject | undefined): JsonObject {
  return writeOrigin(annotation.origin, source)
}

function times({
  annotation: { origin },
}: {
  readonly annotation: Pick<Annotation, 'origin'>
}): JsonObject {
  return { createdAt: origin.createdAt ?? null, updatedAt: origin.updatedAt ?? null }
}

/** Tells the tally what became of a label and gives its entry in the source. */
function settle({ annotation, loss }: AnyPlaced, { labelerInfo, tally }: Outgoing) {
  const { type, id, origin, extra } = annotation
  const isNamed = annotation.type === 'timestamp' && annotation.label !== undefined
  const change =
    loss ??
    (isNamed ? 'timestamp-label-left-out' : undefined) ??
    lossOfPeople(origin, labelerInfo) ??
    (origin.confidence === undefined ? undefined : 'confidence-left-out')
  if (change === undefined) tally.keep(type)
  else tally.change(type, change, id)
  return keptObject(keptIn(extra), 'label')
}
