import {
  type BoxPlacement,
  type CellsBefore,
  countersOf,
  type JsonObject,
  type Layers,
  type Layout,
  layOut,
  placeLabels,
  placeTextBoxes,
  writeComments,
} from '@labelport/format'
import {
  type Annotation,
  type Box,
  type Comment,
  compareTargets,
  type LabeledDocument,
  type TextTarget,
  type Timestamp,
} from '@labelport/model'
import { formatId, keptIn, keptObject } from '../extra.ts'
import { inOrder, placeIn } from '../join-segments.ts'
import { recallLabel } from '../recall.ts'
import { isFromFile, labelsById } from '../write-labels.ts'
import { writeSentences } from '../write-sentences.ts'
import { haveOwnPlaces, writeShortLabels } from '../write-short-labels.ts'
import type { FileFacts } from './file-facts.ts'
import { type SegmentTally, segmentTally } from './segment-tally.ts'

/** What a segment has to know of its document. */
export interface SegmentScope {
  readonly layers: Layers
  readonly labelerInfo: JsonObject
  readonly before: CellsBefore
  /** As far as they are known from this segment and those before it; of all when `isRest`. */
  readonly facts: FileFacts
  /** Whether nothing comes behind it. */
  readonly isRest: boolean
}

/** A segment in the words of the file. */
export interface PlacedSegment {
  readonly layout: Layout
  readonly sentences: readonly JsonObject[]
  /** Entries of `labels` by the id of their annotation. */
  readonly labels: ReadonlyMap<string, JsonObject>
  /** By the id of their comment. */
  readonly comments: ReadonlyMap<string, JsonObject>
  /** Labels on no text: their counters depend on those of all segments. */
  readonly late: readonly (Timestamp | Box)[]
  /** Comments on them. */
  readonly lateComments: readonly Comment[]
  readonly tally: SegmentTally
  readonly hasNew: FileFacts['hasNew']
}

/** Places what a segment says; undefined when that depends on segments to come. */
export function placeSegment(
  segment: LabeledDocument,
  { layers, labelerInfo, before, facts, isRest }: SegmentScope,
): PlacedSegment | undefined {
  const tally = segmentTally()
  const { annotations, isCertain } = inFile(segment, facts, isRest)
  const placed = annotations.filter((one) => !isOnNoText(one))
  const document = { ...segment, annotations: placed }
  const layout = layOut(document, 'one', tally, before)
  const part = {
    counters: countersOf(),
    sorts: { spans: facts.hasNew.span, timestamps: facts.hasNew.timestamp },
  }
  const labeled = placeLabels(document, layout, layers, recallLabel, tally, part)
  const boxCounters = countersOf()
  const boxes = placed.filter((one): one is Box => one.type === 'box')
  const withBoxes = placeTextBoxes(boxes, layout, recallLabel, labeled, boxCounters)
  const textBoxes = withBoxes.textBoxes.filter(({ key }) => key.position !== undefined)
  const here = new Set<Annotation>(textBoxes.map(({ annotation }) => annotation))
  const placement: BoxPlacement = { ...withBoxes, textBoxes }
  const late = annotations.filter(
    (one): one is Timestamp | Box =>
      (one.type === 'timestamp' && isOnNoText(one)) || (one.type === 'box' && !here.has(one)),
  )
  const hasNew = {
    span: facts.hasNew.span || labeled.spans.some(({ annotation }) => isNew(annotation)),
    timestamp:
      facts.hasNew.timestamp ||
      labeled.timestamps.some(({ annotation }) => isNew(annotation)) ||
      late.some((one) => one.type === 'timestamp' && isNew(one)),
  }
  if (!isRest && !(isCertain && isSorted(placed, hasNew))) {
    const areCountersOwn = !part.counters.haveCollided() && !boxCounters.haveCollided()
    if (!areCountersOwn || !haveOwnPlaces(placement)) return undefined
  }
  for (const one of annotations)
    if (one.type === 'answer') tally.drop('answer', 'no-answers', one.id)
  const outgoing = { document: segment, placement, labelerInfo, tally }
  const labels = labelsById(outgoing)
  const kept = keptIn(segment.extra)
  const shorts = writeShortLabels(segment, placement)
  const lateIds = new Set(late.map(({ id }) => id))
  const isLate = ({ about }: Comment): boolean =>
    about.type === 'annotation' && lateIds.has(about.id)
  const own = segment.comments.filter((one) => !isLate(one))
  const thread = segment.comments
  const writing = { format: formatId, layout, placement, labelerInfo, tally, thread }
  const comments = writeComments({ comments: own }, writing)
  return {
    layout,
    sentences: writeSentences(segment, layout, shorts, kept),
    labels,
    comments: new Map(comments.map((comment, index) => [own[index]?.id ?? '', comment])),
    late,
    lateComments: thread.filter(isLate),
    tally,
    hasNew,
  }
}

/**
 * The labels in the order in which the whole file has them, and whether that is certain: only its end tells whether
 * some segment knows the places of labels, and without that listed ones come first.
 */
function inFile(
  { annotations, extra }: LabeledDocument,
  { hasKept, hasPlaces }: FileFacts,
  isRest: boolean,
): { annotations: readonly Annotation[]; isCertain: boolean } {
  if (hasPlaces) {
    const places = keptObject(keptObject(keptIn(extra), 'places'), 'labels') ?? {}
    return { annotations: inOrder(annotations, ({ id }) => placeIn(places, id)), isCertain: true }
  }
  const isListedFirst = annotations.every(
    (one, index) => index === 0 || !isFromFile(one) || isFromFile(annotations[index - 1] ?? one),
  )
  if (isListedFirst || (isRest && !hasKept)) return { annotations, isCertain: true }
  return {
    annotations: inOrder(annotations, (one) => (isFromFile(one) ? 0 : Number.POSITIVE_INFINITY)),
    isCertain: isRest,
  }
}

function isOnNoText(one: Annotation): boolean {
  return (one.type === 'timestamp' || one.type === 'box') && one.target === undefined
}

function isNew(annotation: Annotation): boolean {
  return recallLabel(annotation) === undefined
}

/** Whether it makes no difference if labels are put in the order of the text, or it is certain that they are. */
function isSorted(annotations: readonly Annotation[], hasNew: FileFacts['hasNew']): boolean {
  return (['span', 'timestamp'] as const).every((type) => {
    if (hasNew[type]) return true
    let before: TextTarget | undefined
    for (const one of annotations) {
      if (one.type !== type || one.target === undefined) continue
      if (before !== undefined && compareTargets(before, one.target) > 0) return false
      before = one.target
    }
    return true
  })
}
