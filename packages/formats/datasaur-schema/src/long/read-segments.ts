import {
  type Findings,
  isObject,
  type JsonObject,
  type ListRuns,
  type Locate,
  listField,
  noFindings,
  openListRuns,
  openPieces,
  type SegmentEntries,
  type Source,
} from '@labelport/format'
import { emptySchema, type LabeledDocument, type LabelSchema } from '@labelport/model'
import { formatId, type Kept, keptIn, type Places } from '../extra.ts'
import { type DocumentFacts, openDocument } from '../read-document.ts'
import { type FileRun, longLists } from '../runs.ts'
import type { LongFile } from './plan-file.ts'

/** What reading segments needs besides the plan. */
export interface SegmentContext {
  readonly source: Source
  readonly fallback: string
  readonly findings: Findings
  readonly locate: Locate | undefined
  readonly signal: AbortSignal | undefined
}

const nothing: SegmentEntries = { entries: [], places: [] }

/** Lists that come with the first segment. */
const firstLists = [...longLists, 'bboxLabels', 'documentAnswers'] as const

/** Reads a long file segment by segment; one that has a single segment is whole. */
export async function* readSegments(
  plan: LongFile,
  { source, fallback, findings, locate, signal }: SegmentContext,
): AsyncGenerator<LabeledDocument> {
  const isWhole = plan.segments.length < 2
  const schema =
    isWhole || plan.isSchemaKnown ? undefined : await schemaOf(plan, source, fallback, signal)
  const document = openDocument(factsOf(plan, fallback), findings, locate)
  let index = 0
  for await (const run of runsOf(plan, source, signal)) {
    const own = withPlaces(document.read(run), run.lists, plan)
    const known = schema === undefined ? own : { ...own, schema }
    yield isWhole ? own : { ...known, segment: { index, last: run.isLast } }
    index += 1
  }
}

function factsOf({ file, data, lists }: LongFile, fallback: string): DocumentFacts {
  const countOf = (list: string): number =>
    lists.get(list)?.segmentOf.length ?? listField(data, list, '', noFindings).length
  return { file, data, fallback, countOf }
}

/**
 * The schema of a file whose labels add to its sets: a set that came up late would change the names of labels that were
 * written before. So the file is read twice.
 */
async function schemaOf(
  plan: LongFile,
  source: Source,
  fallback: string,
  signal: AbortSignal | undefined,
): Promise<LabelSchema> {
  const document = openDocument(factsOf(plan, fallback), noFindings, undefined)
  let schema = emptySchema
  for await (const run of runsOf(plan, source, signal)) schema = document.read(run).schema
  return schema
}

/** The runs of a plan; a file without rows has an empty one. */
async function* runsOf(
  { segments, lists }: LongFile,
  source: Source,
  signal: AbortSignal | undefined,
): AsyncGenerator<FileRun> {
  const rows = openPieces(source, formatId, signal)
  const open = new Map<string, ListRuns>()
  for (const [key, { runs, segmentOf }] of lists) {
    open.set(key, openListRuns(source, formatId, runs, segmentOf, signal))
  }
  try {
    const count = Math.max(1, segments.length)
    for (let index = 0; index < count; index += 1) {
      const { pieces = [], before = { count: 0 } } = segments[index] ?? {}
      const read: unknown[] = []
      for (const piece of pieces) for (const row of await rows.read(piece)) read.push(row)
      const own = new Map<string, SegmentEntries>()
      if (index > 0) for (const key of firstLists) own.set(key, nothing)
      for (const [key, runs] of open) own.set(key, await runs.of(index))
      yield { rows: read, before: before.count, lists: own, isLast: index + 1 === count }
    }
  } finally {
    for (const runs of open.values()) await runs.close()
    await rows.close()
  }
}

/** Keeps where statements stand in their lists, where the order of the segments does not tell. */
function withPlaces(
  document: LabeledDocument,
  own: ReadonlyMap<string, SegmentEntries>,
  { data, lists }: Pick<LongFile, 'data' | 'lists'>,
): LabeledDocument {
  const sets = own.get('rowAnswerSets')?.entries ?? []
  const kept = {
    ...keptIn(document.extra),
    places: placesOf(document, own, { data, lists }),
    ...(sets.length > 0 && { rowAnswerSets: sets }),
  } satisfies Partial<Kept>
  return { ...document, extra: { [formatId]: kept } }
}

function placesOf(
  { annotations, comments }: LabeledDocument,
  own: ReadonlyMap<string, SegmentEntries>,
  { data, lists }: Pick<LongFile, 'data' | 'lists'>,
): Places {
  const placeOf = new Map<unknown, number>()
  for (const [key, { isInOrder }] of lists) {
    if (isInOrder) continue
    const { entries, places } = own.get(key) ?? nothing
    for (const [at, entry] of entries.entries()) placeOf.set(entry, places[at] ?? 0)
  }
  const list: readonly unknown[] = Array.isArray(data.comments) ? data.comments : []
  const commentAt = new Map(list.map((comment, index) => [comment, index]))
  return {
    annotations: Object.fromEntries(
      placeOf.size === 0
        ? []
        : annotations.flatMap(({ id, extra }) => {
            const place = placeOf.get(extra?.[formatId]) ?? placeOf.get(sourceIn(extra?.[formatId]))
            return place === undefined ? [] : [[id, place]]
          }),
    ),
    comments: Object.fromEntries(
      comments.map(({ id, extra }) => [id, commentAt.get(extra?.[formatId]) ?? list.length]),
    ),
  }
}

/** Unresolved answers share the entry they come from. */
function sourceIn(kept: unknown): JsonObject | undefined {
  return isObject(kept) && isObject(kept.source) ? kept.source : undefined
}
