import {
  type Findings,
  isObject,
  type JsonObject,
  type Locate,
  listField,
  openListRuns,
  openPieces,
  type SegmentEntries,
  type Source,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formatId, type Kept, keptIn, keptObject, type Places } from '../extra.ts'
import { openDocument } from '../read-document.ts'
import type { LongFile } from './plan-file.ts'

/** What reading segments needs besides the plan. */
export interface SegmentContext {
  readonly source: Source
  readonly name: string
  readonly findings: Findings
  readonly locate: Locate | undefined
  readonly signal: AbortSignal | undefined
}

/** Reads a long file segment by segment; one that has a single segment is whole. */
export async function* readSegments(
  plan: LongFile,
  { source, name, findings, locate, signal }: SegmentContext,
): AsyncGenerator<LabeledDocument> {
  const { file, segments, segmentOf } = plan
  const facts = { ...plan.facts, id: plan.documentId ?? name }
  const document = openDocument(file, name, findings, locate)
  const sentences = openPieces(source, formatId, signal)
  const labels = openListRuns(source, formatId, plan.labels, segmentOf, signal)
  // What stands where a list of labels should be is a finding.
  if (!plan.hasLabelList) listField(file, 'labels', '', findings)
  try {
    const count = Math.max(1, segments.length)
    for (let index = 0; index < count; index += 1) {
      const { pieces = [], before = { count: 0, lastRow: -1 } } = segments[index] ?? {}
      const read: unknown[] = []
      for (const piece of pieces) for (const one of await sentences.read(piece)) read.push(one)
      const own = await labels.of(index)
      const isLast = index + 1 === count
      const run = { sentences: read, before, labels: own.entries, places: own.places, isLast }
      const segment = document.read(run, facts)
      if (count === 1) yield segment
      else {
        const places = placesOf(segment, file, plan.isInOrder ? undefined : own)
        yield { ...withPlaces(segment, places), segment: { index, last: isLast } }
      }
    }
  } finally {
    await labels.close()
    await sentences.close()
  }
}

/** Where statements stand in their lists, where the order of the segments does not tell. */
function placesOf(
  { annotations, comments }: LabeledDocument,
  file: JsonObject,
  own: SegmentEntries | undefined,
): Places | undefined {
  if (own === undefined && comments.length === 0) return undefined
  const labelAt = new Map(own?.entries.map((label, index) => [label, own.places[index] ?? 0]))
  const list: readonly unknown[] = Array.isArray(file.comments) ? file.comments : []
  const commentAt = new Map(list.map((comment, index) => [comment, index]))
  return {
    labels: Object.fromEntries(
      annotations.flatMap(({ id, extra }) => {
        const place = labelAt.get(keptObject(keptIn(extra), 'label'))
        return place === undefined ? [] : [[id, place]]
      }),
    ),
    comments: Object.fromEntries(
      comments.map(({ id, extra }) => [id, commentAt.get(extra?.[formatId]) ?? list.length]),
    ),
  }
}

function withPlaces(document: LabeledDocument, places: Places | undefined): LabeledDocument {
  const kept = keptIn(document.extra)
  if (places === undefined || !isObject(kept)) return document
  return { ...document, extra: { [formatId]: { ...kept, places } satisfies Partial<Kept> } }
}
