import {
  isObject,
  type JsonObject,
  type ListPiece,
  type ListScan,
  noFindings,
  openComments,
  outlineJson,
  parseExactly,
  type Source,
  usersOf,
} from '@labelport/format'
import { formatId } from '../extra.ts'
import { documentIdOf, type FileFacts } from '../read-document.ts'
import { placeArrows } from './arrow-rows.ts'
import { openLabelRows } from './label-rows.ts'
import { type LabelRun, labelRunsOf } from './label-runs.ts'
import { planSegments, type RowRange, type SegmentPlan, type SegmentSize } from './plan-segments.ts'
import { openSentenceRows } from './sentence-rows.ts'

/** How a long file is read in segments. */
export interface LongFile {
  /** The file with nothing in its lists of sentences and labels. */
  readonly file: JsonObject
  readonly segments: readonly SegmentPlan[]
  /** Segments that are much larger than a piece, by the pointer of their first sentence. */
  readonly wide: readonly { readonly pointer: string; readonly bytes: number }[]
  readonly labels: readonly LabelRun[]
  /** The segment of each label by the label's index. */
  readonly segmentOf: Uint32Array
  /** Whether labels follow each other as segments do. */
  readonly isInOrder: boolean
  readonly hasLabelList: boolean
  /** Absent where labels or names of files tell it. */
  readonly documentId: string | undefined
  readonly facts: Omit<FileFacts, 'id'>
}

/** In bytes of sentences. */
const wideSegment = 2 ** 24

/** How large the parts of a long file are. */
export interface CutSizes extends SegmentSize {
  /** Of what is parsed at once, in bytes. */
  readonly piece: number
}

/** Goes once over a file to see where it can be cut; or a sentence why it cannot be. */
export async function planFile(
  source: Source,
  sizes: CutSizes,
  signal?: AbortSignal,
): Promise<LongFile | string> {
  const sentences = openSentenceRows(sizes)
  const labels = openLabelRows(sizes.piece)
  const scans = new Map<string, ListScan>([
    ['sentences', sentences],
    ['labels', labels],
  ])
  const outline = await outlineJson(source, scans, signal)
  const pieces = outline?.lists.get('sentences')
  if (outline === undefined || pieces === undefined) return 'its sentences cannot be told apart.'
  if (!sentences.ascend) return 'ids of its sentences do not ascend.'
  if ((sentences.lastRows.at(-1) ?? 0) >= 2 ** 31) return 'ids of its sentences are beyond 2^31.'
  const file = fileOf(outline.rest)
  if (file === undefined) return 'what is around its lists cannot be read apart.'
  const labelPieces = outline.lists.get('labels') ?? []
  const ids = await placeArrows(source, labelPieces, labels, signal)
  const { lastRows } = sentences
  const others = commentedRows(file)
  const { segments, segmentOf } = planSegments({ pieces, lastRows, labels, others }, sizes)
  const isInOrder = ascends(segmentOf)
  // Which of two equal ids is told to be the second depends on the order.
  if (!isInOrder && ids === 'repeated') return 'its labels repeat ids and are not in order.'
  const runs = labelRunsOf(labelPieces, segmentOf, segments.length)
  if (runs === undefined) return 'its labels are far from the order of the text.'
  const { firstLabel, hasTimestamps } = labels
  const hasLabels = labelPieces.length > 0
  return {
    file,
    segments,
    wide: segments.flatMap(wideOf),
    labels: runs,
    segmentOf,
    isInOrder,
    hasLabelList: outline.lists.has('labels'),
    documentId: documentIdOf(hasLabels ? firstLabel : sentences.firstShortLabel),
    facts: { isAudio: hasTimestamps, hasLabels },
  }
}

function fileOf(text: string): JsonObject | undefined {
  try {
    const file = parseExactly(text)
    return isObject(file) ? file : undefined
  } catch {
    return undefined
  }
}

function commentedRows(file: JsonObject): RowRange[] {
  const users = usersOf(undefined, '', noFindings)
  const scope = { format: formatId, users, findings: noFindings }
  const comments = Array.isArray(file.comments) ? file : { comments: [] }
  return openComments(comments, '', scope).positions.map(({ startRow, endRow }) => ({
    first: Math.min(startRow, endRow),
    last: Math.max(startRow, endRow),
  }))
}

function wideOf({ pieces, before }: SegmentPlan) {
  const bytes = sizeOf(pieces)
  return bytes > wideSegment ? [{ pointer: `/sentences/${before.count}`, bytes }] : []
}

function sizeOf(pieces: readonly ListPiece[]): number {
  return pieces.reduce((sum, { from, to }) => sum + to - from, 0)
}

function ascends(segmentOf: Uint32Array): boolean {
  for (let index = 1; index < segmentOf.length; index += 1) {
    if ((segmentOf[index] ?? 0) < (segmentOf[index - 1] ?? 0)) return false
  }
  return true
}
