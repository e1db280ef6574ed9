import {
  idText,
  isObject,
  type JsonObject,
  type Layers,
  lossOfPeople,
  overlay,
  type Placed,
  type PlacedTimestamp,
  type Position,
  type Recalled,
  recalledShape,
  sourceId,
  writeAnswerSet,
  writeOrigin,
} from '@labelport/format'
import type { Annotation, Relation, Span } from '@labelport/model'
import { keptIn } from './extra.ts'
import { classPrefix } from './item-questions.ts'
import { positionIn } from './text-labels.ts'
import { answersAbout } from './write-answers.ts'
import type { Outgoing } from './write-schema.ts'

/** What the file said of a label that was read from one. */
export function recallLabel(layers: Layers) {
  return (annotation: Annotation): Recalled | undefined => {
    const source = keptIn(annotation.extra)
    if (source === undefined) return undefined
    const { layer, labelSetIndex, labelName, counter, hashCode, shouldExpand } = source
    const position = positionIn(source)
    if (annotation.type === 'box') {
      return { position, layer, label: recalledShape(source), counter, hashCode }
    }
    if (annotation.type === 'timestamp') {
      const label = `${source.startTimestampMillis}:${source.endTimestampMillis}`
      return { position, layer, label, counter, hashCode, shouldExpand }
    }
    // The two numbers may differ; the one the reader chose counts as the source's.
    const own = 'labelSet' in annotation ? layers.get(annotation.labelSet ?? '')?.index : undefined
    const item = isObject(source.labelItem) ? source.labelItem.id : undefined
    const label = idText(labelName ?? item) ?? ''
    const known = layer === own || labelSetIndex === own ? own : (layer ?? labelSetIndex)
    return { position, layer: known ?? 0, label, counter, hashCode }
  }
}

/** Writes spans, arrows and times, and tells the tally what became of each. */
export function writeTextLabels(outgoing: Outgoing): {
  readonly spans: readonly JsonObject[]
  readonly arrows: readonly JsonObject[]
  readonly times: readonly JsonObject[]
} {
  const { placement } = outgoing
  const answers = answersAbout(outgoing)
  const spans = placement.spans.map((placed) => writeSpan(placed, answers, outgoing))
  const idOf = new Map(
    placement.spans.map(({ annotation: { id, extra } }) => [id, sourceId(id, keptIn(extra)?.id)]),
  )
  const arrows = placement.relations.map((placed) => writeArrow(placed, idOf, outgoing))
  const times = placement.timestamps.map((placed) => writeTime(placed, outgoing))
  return { spans, arrows, times }
}

function writeSpan(
  placed: Placed<Span>,
  answers: ReturnType<typeof answersAbout>,
  outgoing: Outgoing,
): JsonObject {
  const { annotation, key, isUnchanged } = placed
  const source = keptIn(annotation.extra)
  const { labelSet, label } = annotation
  settle(placed, outgoing)
  const about = answers.get(annotation.id)
  const asked = outgoing.schema.askedOf(labelSet, label)
  const before = isObject(source?.answers) ? source.answers : undefined
  const set =
    about !== undefined || before !== undefined
      ? writeAnswerSet(about ?? new Map(), asked, before, {
          prefix: classPrefix(labelSet, label),
          unanswered: 'missing',
        })
      : undefined
  return overlay(source, {
    id: sourceId(annotation.id, source?.id),
    ...(!isUnchanged && { labelSetIndex: key.layer }),
    ...originKeys(placed, source),
    ...(!isUnchanged && { layer: key.layer, counter: key.counter, hashCode: placed.hashCode }),
    labelName: label,
    labelItem: itemValue(placed, source, outgoing),
    textPosition: positionValue(key.position, source),
    confidenceScore: annotation.origin.confidence ?? null,
    ...(set && { answers: set }),
  })
}

function writeArrow(
  placed: Placed<Relation>,
  idOf: ReadonlyMap<string, unknown>,
  outgoing: Outgoing,
): JsonObject {
  const { annotation, key, isUnchanged } = placed
  const source = keptIn(annotation.extra)
  settle(placed, outgoing)
  return overlay(source, {
    id: sourceId(annotation.id, source?.id),
    ...originKeys(placed, source),
    ...(!isUnchanged && { layer: key.layer, counter: key.counter, hashCode: placed.hashCode }),
    labelName: annotation.label ?? '',
    labelItem: itemValue(placed, source, outgoing),
    originId: idOf.get(annotation.from),
    destinationId: idOf.get(annotation.to),
    confidenceScore: annotation.origin.confidence ?? null,
  })
}

function writeTime(placed: PlacedTimestamp, outgoing: Outgoing): JsonObject {
  const { annotation, key, isUnchanged } = placed
  const source = keptIn(annotation.extra)
  settle(placed, outgoing)
  return overlay(source, {
    id: sourceId(annotation.id, source?.id),
    ...originKeys(placed, source),
    ...(!isUnchanged && { layer: key.layer, counter: key.counter, hashCode: placed.hashCode }),
    textPosition: key.position === undefined ? null : positionValue(key.position, source),
    startTimestampMillis: annotation.startMs,
    endTimestampMillis: annotation.endMs,
    shouldExpand: source?.shouldExpand ?? false,
    confidenceScore: annotation.origin.confidence ?? null,
  })
}

type AnyPlaced = Placed<Span> | Placed<Relation> | PlacedTimestamp

function originKeys({ annotation }: AnyPlaced, source: JsonObject | undefined): JsonObject {
  return writeOrigin(annotation.origin, source)
}

/** Tells the tally what became of a label. */
function settle({ annotation, loss }: AnyPlaced, { labelerInfo, tally }: Outgoing): void {
  const { type, id, origin } = annotation
  const isNamed = annotation.type === 'timestamp' && annotation.label !== undefined
  const hasTimes = origin.createdAt !== undefined || origin.updatedAt !== undefined
  const change =
    loss ??
    (isNamed ? 'timestamp-label-left-out' : undefined) ??
    lossOfPeople(origin, labelerInfo) ??
    (hasTimes ? 'times-left-out' : undefined)
  if (change === undefined) tally.keep(type)
  else tally.change(type, change, id)
}

/** The copy of the label item inside a label; the source's while label and item are the source's. */
function itemValue(
  { annotation, key }: Placed<Span> | Placed<Relation>,
  source: JsonObject | undefined,
  { schema, source: data }: Outgoing,
): unknown {
  const before = isObject(source?.labelItem) ? source.labelItem : undefined
  if (annotation.label === undefined) {
    return before?.id === '' ? before : { id: '', labelName: '' }
  }
  const item = schema.itemOf(key.layer, annotation.label)
  const isOwn = before !== undefined && idText(before.id) === annotation.label
  if (isOwn && item !== undefined && isFrom(item, data?.labelSets)) return before
  if (item === undefined) return { id: annotation.label, labelName: annotation.label }
  const { questions: _, ...plain } = item
  return overlay(isOwn ? before : undefined, plain)
}

function isFrom(item: JsonObject, labelSets: unknown): boolean {
  if (!Array.isArray(labelSets)) return false
  return labelSets.some(
    (set) => isObject(set) && Array.isArray(set.labelItems) && set.labelItems.includes(item),
  )
}

/** A position as the file has it, in the spelling of the source. */
export function positionValue(position: Position, source: JsonObject | undefined): JsonObject {
  const before = isObject(source?.textPosition) ? source.textPosition : undefined
  const end = (key: 'start' | 'end'): JsonObject | undefined => {
    const value = before?.[key]
    return isObject(value) ? value : undefined
  }
  return overlay(before, {
    start: overlay(end('start'), {
      row: position.startRow,
      column: position.startColumn,
      tokenIndex: position.startToken,
      charIndex: position.startCharacter,
    }),
    end: overlay(end('end'), {
      row: position.endRow,
      column: position.endColumn,
      tokenIndex: position.endToken,
      charIndex: position.endCharacter,
    }),
  })
}
