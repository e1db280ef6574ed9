import {
  type Findings,
  isObject,
  type JsonObject,
  type Locate,
  listField,
  noFindings,
  openListRuns,
  openPieces,
  type SegmentEntries,
  type Source,
} from '@labelport/format'
import { emptySchema, type LabeledDocument, type LabelSchema } from '@labelport/model'
import { formatId, type Kept, keptIn, keptObject, type Places } from '../extra.ts'
import { type FileRun, openDocument } from '../read-document.ts'
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
  const { file, isInOrder } = plan
  const facts = { ...plan.facts, id: plan.documentId ?? name }
  const isWhole = plan.segments.length < 2
  const schema = isWhole || plan.isSchemaKnown ? undefined : await schemaOf(plan, source, signal)
  const document = openDocument(file, name, findings, locate)
  // What stands where a list of labels should be is a finding.
  if (!plan.hasLabelList) listField(file, 'labels', '', findings)
  let index = 0
  for await (const { run, labels } of runsOf(plan, source, signal)) {
    const segment = document.read(run, facts)
    if (isWhole) yield segment
    else {
      const places = placesOf(segment, file, isInOrder ? undefined : labels)
      const own = { ...withPlaces(segment, places), segment: { index, last: run.isLast } }
      yield schema === undefined ? own : { ...own, schema }
    }
    index += 1
  }
}

/**
 * The schema of a file whose labels add to its sets: a set that came up late would change the names of labels that were
 * written before. So the file is read twice.
 */
async function schemaOf(
  plan: LongFile,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<LabelSchema> {
  const document = openDocument(plan.file, '', noFindings, undefined)
  let schema = emptySchema
  for await (const { run } of runsOf(plan, source, signal)) {
    schema = document.read(run, { ...plan.facts, id: '' }).schema
  }
  return schema
}

/** A run of the file, and its labels with their places. */
interface PlannedRun {
  readonly run: FileRun
  readonly labels: SegmentEntries
}

/** The runs of a plan; a file without sentences has an empty one. */
async function* runsOf(
  plan: LongFile,
  source: Source,
  signal: AbortSignal | undefined,
): AsyncGenerator<PlannedRun> {
  const { segments } = plan
  const reader = openPieces(source, formatId, signal)
  const lists = openListRuns(source, formatId, plan.labels, plan.segmentOf, signal)
  try {
    const count = Math.max(1, segments.length)
    for (let index = 0; index < count; index += 1) {
      const { pieces = [], before = { count: 0, lastRow: -1 } } = segments[index] ?? {}
      const sentences: unknown[] = []
      for (const piece of pieces) for (const one of await reader.read(piece)) sentences.push(one)
      const labels = await lists.of(index)
      const { entries, places } = labels
      yield {
        run: { sentences, before, labels: entries, places, isLast: index + 1 === count },
        labels,
      }
    }
  } finally {
    await lists.close()
    await reader.close()
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
