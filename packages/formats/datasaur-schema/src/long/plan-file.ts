import {
  ascends,
  type CutSizes,
  commentedRows,
  isObject,
  type JsonObject,
  type ListRun,
  type ListScan,
  listField,
  listRunsOf,
  noFindings,
  openLabelUses,
  outlineJson,
  parsedObject,
  planSegments,
  type RowRanges,
  readLabelSets,
  type SegmentPlan,
  type Source,
  wideSegments,
} from '@labelport/format'
import { type LongList, longLists } from '../runs.ts'
import { openAnswerSetRows, openRowAnswerRows } from './answer-rows.ts'
import { openArrowRows } from './arrow-rows.ts'
import { openPlacedRows } from './placed-rows.ts'
import { openRowPieces } from './row-pieces.ts'
import { type LabelSurvey, surveyLabels } from './survey-labels.ts'

/** How a long file is read in segments. */
export interface LongFile {
  /** The file with nothing in its long lists. */
  readonly file: JsonObject
  readonly data: JsonObject
  readonly segments: readonly SegmentPlan[]
  /** Segments that are much larger than a piece, by their first row. */
  readonly wide: ReturnType<typeof wideSegments>
  /** Those of the long lists that the file has. */
  readonly lists: ReadonlyMap<string, PlannedList>
  /** Whether labels add nothing to the label sets of the file. */
  readonly isSchemaKnown: boolean
}

/** How a list is read along with the rows. */
export interface PlannedList {
  readonly runs: readonly ListRun[]
  /** The segment of each entry by its index. */
  readonly segmentOf: Uint32Array
  /** Whether entries follow each other as segments do. */
  readonly isInOrder: boolean
}

/** Goes once over a file to see where it can be cut; or a sentence why it cannot be. */
export async function planFile(
  source: Source,
  sizes: CutSizes,
  signal?: AbortSignal,
): Promise<LongFile | string> {
  const rows = openRowPieces(sizes)
  const uses = openLabelUses()
  const spans = openPlacedRows(sizes.piece, uses)
  const arrows = openArrowRows(sizes.piece, uses)
  const ranges: Readonly<Record<LongList, ListScan & RowRanges>> = {
    spanLabels: spans,
    arrowLabels: arrows,
    timeLabels: openPlacedRows(sizes.piece),
    boundingBoxLabels: openPlacedRows(sizes.piece),
    rowAnswerSets: openAnswerSetRows(sizes.piece),
    rowAnswers: openRowAnswerRows(sizes.piece),
  }
  const scans = new Map<string, ListScan>([['rows', rows], ...Object.entries(ranges)])
  const outline = await outlineJson(source, scans, signal, 'data')
  const pieces = outline?.lists.get('rows')
  if (outline === undefined || pieces === undefined) return 'its rows cannot be told apart.'
  const file = parsedObject(outline.rest)
  if (file === undefined || !isObject(file.data)) return 'what is around its lists cannot be read.'
  const { data } = file
  const survey = (): Promise<LabelSurvey> =>
    surveyLabels(source, outline.lists, data, arrows.ends, signal)
  const joined = arrows.ends.length > 0 ? await survey() : undefined
  // Which of two spans an arrow joins depends on which of them can be read.
  if (joined?.repeats) return 'its labels repeat ids, and arrows join them.'
  if (joined !== undefined) arrows.place(spans, joined.indexOf)
  const keys = longLists.filter((key) => outline.lists.has(key))
  const { segments, segmentsOf } = planSegments(
    {
      pieces,
      lastRows: rows.lastRows,
      lists: keys.map((key) => ranges[key]),
      others: commentedRows(data),
    },
    sizes,
  )
  const labelSets = readLabelSets(listField(data, 'labelSets', '', noFindings), '', noFindings)
  const areDeclared = uses.areDeclared(labelSets)
  const segmentOf = new Map(keys.map((key, at) => [key, segmentsOf[at] ?? new Uint32Array(0)]))
  if (segments.length > 1 && !comeInOrder(segmentOf, data)) {
    const { repeats } = joined ?? (await survey())
    // Which of two equal ids is told to be the second, and which of two labels declares the item, depends on the order.
    if (repeats) return 'its labels repeat ids and are not in order.'
    if (!areDeclared) return 'its labels are not in order, and not all name an item of their set.'
  }
  const lists = new Map<string, PlannedList>()
  for (const [key, own] of segmentOf) {
    const runs = listRunsOf(outline.lists.get(key) ?? [], own, segments.length)
    if (runs === undefined) return `its ${key} are far from the order of the text.`
    lists.set(key, { runs, segmentOf: own, isInOrder: ascends(own) })
  }
  // Boxes around text add a set of their own.
  const isSchemaKnown = areDeclared && (outline.lists.get('boundingBoxLabels') ?? []).length === 0
  return { file, data, segments, wide: wideSegments(segments), lists, isSchemaKnown }
}

/** Whether labels are read segment by segment as they are read list by list. */
function comeInOrder(segmentOf: ReadonlyMap<LongList, Uint32Array>, data: JsonObject): boolean {
  // Boxes and their classes come with the first segment, and after all other labels in a file that is read whole.
  for (const key of ['bboxLabels', 'bboxLabelSets']) {
    if (listField(data, key, '', noFindings).length > 0) return false
  }
  let before = 0
  for (const key of longLists) {
    const own = segmentOf.get(key)
    if (own === undefined || own.length === 0 || isAboutRows(key)) continue
    if (!ascends(own) || (own[0] ?? 0) < before) return false
    before = own.at(-1) ?? 0
  }
  return true
}

/** Answers about rows have ids of their own. */
function isAboutRows(key: LongList): boolean {
  return key === 'rowAnswerSets' || key === 'rowAnswers'
}
