import {
  type Annotation,
  compareTargets,
  type LabeledDocument,
  type Relation,
  type Span,
  type Timestamp,
} from '@labelport/model'
import { type Counters, countersOf } from './counters.ts'
import { arrowHash, type LabelKey, positionText, spanHash, timestampHash } from './hash-code.ts'
import type { Layers } from './layers.ts'
import type { Layout } from './layout.ts'
import type { Position } from './position.ts'
import { positionOf } from './position-of.ts'
import type { LossName, Tally } from './tally.ts'

/** What a file said of a label that was read from it. */
export interface Recalled {
  readonly position?: Position | undefined
  readonly layer: unknown
  readonly label: string
  readonly counter: unknown
  readonly hashCode: unknown
  readonly shouldExpand?: unknown
}

/** A label with its coordinates in the file. */
export interface Placed<A extends Annotation> {
  readonly annotation: A
  readonly key: LabelKey
  /** As the grammar has it, or as the source had it when the label is unchanged. */
  readonly hashCode: string
  /** Whether label, layer, position and counter are those of the source. */
  readonly isUnchanged: boolean
  readonly loss?: LossName
}

/** A timestamp; without text under it, it has no coordinates. */
export interface PlacedTimestamp extends Omit<Placed<Timestamp>, 'key'> {
  readonly key: Omit<LabelKey, 'position'> & { readonly position?: Position }
}

/** All labels of a document that have a place, in the order to write them. */
export interface Placement {
  readonly spans: readonly Placed<Span>[]
  readonly relations: readonly Placed<Relation>[]
  readonly timestamps: readonly PlacedTimestamp[]
  /** Hash codes of what was placed, by annotation id. */
  readonly hashes: ReadonlyMap<string, { readonly type: Annotation['type']; readonly hash: string }>
}

/** What a document's segment has to know of the document to be placed like it. */
export interface PlacedPart {
  readonly counters: Counters
  /** Whether labels are to be put in Datasaur's order because some of another segment come from no file. */
  readonly sorts: { readonly spans: boolean; readonly timestamps: boolean }
}

const noSorts = { spans: false, timestamps: false } as const

/**
 * Places all labels of a document, or of a segment when `part` is given, and drops, in the tally, those that cannot be.
 */
export function placeLabels(
  document: LabeledDocument,
  layout: Layout,
  layers: Layers,
  recall: (annotation: Annotation) => Recalled | undefined,
  tally: Tally,
  part?: PlacedPart,
): Placement {
  const { counters, sorts } = part ?? { counters: countersOf(), sorts: noSorts }
  const hashes = new Map<string, { type: Annotation['type']; hash: string }>()
  const placer: Placer = { layout, layers, recall, tally, counters }
  const drafts: SpanDraft[] = []
  const stretches: TimestampDraft[] = []
  for (const one of document.annotations) {
    if (one.type === 'span') {
      const draft = draftOf(one, placer)
      if (draft !== undefined) drafts.push(draft)
    } else if (one.type === 'timestamp') {
      const draft = draftOfTimestamp(one, placer)
      if (draft !== undefined) stretches.push(draft)
    }
  }
  const spans = inOrder(drafts, sorts.spans).map((draft) => {
    const label = draft.annotation.label
    const { annotation, position, loss, recalled } = draft
    const layer = layers.get(annotation.labelSet)?.index ?? 0
    const same = draft.isHere && recalled?.label === label && recalled.layer === layer
    const counter = counters.take(
      `${layer}:${positionText(position)}:${label}`,
      same ? recalled.counter : undefined,
    )
    const key: LabelKey = { label, layer, position, counter }
    const isUnchanged = same && recalled.counter === counter
    const hashCode =
      isUnchanged && typeof recalled.hashCode === 'string' ? recalled.hashCode : spanHash(key)
    hashes.set(annotation.id, { type: 'span', hash: hashCode })
    return { annotation, key, hashCode, isUnchanged, ...(loss && { loss }) }
  })
  const timestamps = inOrder(stretches, sorts.timestamps).map((draft) =>
    placeTimestamp(draft, counters),
  )
  for (const { annotation, hashCode } of timestamps) {
    hashes.set(annotation.id, { type: 'timestamp', hash: hashCode })
  }
  const spanById = new Map(spans.map((span) => [span.annotation.id, span]))
  const relations: Placed<Relation>[] = []
  for (const one of document.annotations) {
    if (one.type !== 'relation') continue
    const from = spanById.get(one.from)
    const to = spanById.get(one.to)
    if (from === undefined || to === undefined) {
      tally.drop('relation', 'arrow-without-ends', one.id)
      continue
    }
    const relation = placeRelation(one, from, to, placer)
    relations.push(relation)
    hashes.set(one.id, { type: 'relation', hash: relation.hashCode })
  }
  return { spans, relations, timestamps, hashes }
}

interface Placer {
  readonly layout: Layout
  readonly layers: Layers
  readonly recall: (annotation: Annotation) => Recalled | undefined
  readonly tally: Tally
  readonly counters: Counters
}

interface Draft {
  readonly recalled?: Recalled | undefined
  /** Whether the position is the one the source gave. */
  readonly isHere: boolean
  readonly loss?: LossName | undefined
}

interface SpanDraft extends Draft {
  readonly annotation: Span
  readonly position: Position
}

interface TimestampDraft extends Draft {
  readonly annotation: Timestamp
  readonly position?: Position | undefined
}

function draftOf(annotation: Span, placer: Placer): SpanDraft | undefined {
  const recalled = placer.recall(annotation)
  const place = positionOf(annotation.target, recalled?.position, placer.layout)
  if (typeof place === 'string') {
    placer.tally.drop('span', place, annotation.id)
    return undefined
  }
  return { annotation, recalled, ...place }
}

function draftOfTimestamp(annotation: Timestamp, placer: Placer): TimestampDraft | undefined {
  const recalled = placer.recall(annotation)
  if (annotation.target === undefined) {
    return { annotation, recalled, isHere: recalled !== undefined && !recalled.position }
  }
  const place = positionOf(annotation.target, recalled?.position, placer.layout)
  if (typeof place === 'string') {
    placer.tally.drop('timestamp', place, annotation.id)
    return undefined
  }
  return { annotation, recalled, ...place }
}

/** Datasaur's order, unless everything comes from one file, whose order stays. */
function inOrder<D extends { readonly annotation: Span | Timestamp } & Draft>(
  drafts: readonly D[],
  sorts: boolean,
): readonly D[] {
  if (!sorts && drafts.every((draft) => draft.recalled !== undefined)) return drafts
  return [...drafts].sort((a, b) => {
    const first = a.annotation.target
    const second = b.annotation.target
    if (first === undefined || second === undefined) return first ? 1 : second ? -1 : 0
    return compareTargets(first, second)
  })
}

function placeTimestamp(draft: TimestampDraft, counters: Counters): PlacedTimestamp {
  const { annotation, position, recalled, isHere, loss } = draft
  // Timestamps lie on layer 0 whatever the label sets are.
  const layer = typeof recalled?.layer === 'number' ? recalled.layer : 0
  const place = position === undefined ? '' : positionText(position)
  const stem = `time:${layer}:${place}:${annotation.startMs}:${annotation.endMs}`
  const counter = counters.take(stem, isHere ? recalled?.counter : undefined)
  const key = { label: '', layer, counter, ...(position && { position }) }
  const { startMs, endMs } = annotation
  const isUnchanged =
    isHere && recalled?.counter === counter && recalled.label === `${startMs}:${endMs}`
  const computed = position
    ? timestampHash({ layer, position, counter }, startMs, endMs, recalled?.shouldExpand === true)
    : `TIMESTAMP:${layer}:${counter}:${startMs}:${endMs}`
  const hashCode =
    isUnchanged && typeof recalled.hashCode === 'string' ? recalled.hashCode : computed
  return { annotation, key, hashCode, isUnchanged, ...(loss && { loss }) }
}

function placeRelation(
  annotation: Relation,
  from: Placed<Span>,
  to: Placed<Span>,
  { layers, recall, counters }: Placer,
): Placed<Relation> {
  const { startRow, startColumn, startToken, startCharacter } = from.key.position
  const { endRow, endColumn, endToken, endCharacter } = to.key.position
  const position: Position = {
    startRow,
    startColumn,
    startToken,
    startCharacter,
    endRow,
    endColumn,
    endToken,
    endCharacter,
  }
  const recalled = recall(annotation)
  const layer = layers.get(annotation.labelSet)?.index ?? 0
  const label = annotation.label ?? ''
  const same =
    recalled?.label === label && recalled.layer === layer && from.isUnchanged && to.isUnchanged
  // By ids: hash codes of a file may be anything, and labels of other segments have the same.
  const stem = `arrow:${layer}:${annotation.from}\n${annotation.to}:${label}`
  const counter = counters.take(stem, same ? recalled.counter : undefined)
  const key: LabelKey = { label, layer, position, counter }
  const computed = arrowHash(key, from.hashCode, to.hashCode)
  // An arrow that was hung elsewhere has the same label but other ends, which its hash code shows.
  const isUnchanged = same && recalled.counter === counter && recalled.hashCode === computed
  const isMoved = from.loss !== undefined || to.loss !== undefined
  return {
    annotation,
    key,
    hashCode: computed,
    isUnchanged,
    ...(isMoved && { loss: 'label-moved' }),
  }
}
