import {
  ascends,
  type CutSizes,
  commentedRows,
  type JsonObject,
  type ListRun,
  type ListScan,
  listRunsOf,
  noFindings,
  openLabelUses,
  openSentenceRows,
  outlineJson,
  parsedObject,
  planSegments,
  readLabelSets,
  type SegmentPlan,
  type Source,
  wideSegments,
} from '@labelport/format'
import { documentIdOf, type FileFacts, labelSetList } from '../read-document.ts'
import { placeArrows } from './arrow-rows.ts'
import { openLabelRows } from './label-rows.ts'

/** How a long file is read in segments. */
export interface LongFile {
  /** The file with nothing in its lists of sentences and labels. */
  readonly file: JsonObject
  readonly segments: readonly SegmentPlan[]
  /** Segments that are much larger than a piece, by their first sentence. */
  readonly wide: ReturnType<typeof wideSegments>
  readonly labels: readonly ListRun[]
  /** The segment of each label by the label's index. */
  readonly segmentOf: Uint32Array
  /** Whether labels follow each other as segments do. */
  readonly isInOrder: boolean
  /** Whether labels add nothing to the label sets of the file. */
  readonly isSchemaKnown: boolean
  readonly hasLabelList: boolean
  /** Absent where labels or names of files tell it. */
  readonly documentId: string | undefined
  readonly facts: Omit<FileFacts, 'id'>
}

/** Goes once over a file to see where it can be cut; or a sentence why it cannot be. */
export async function planFile(
  source: Source,
  sizes: CutSizes,
  signal?: AbortSignal,
): Promise<LongFile | string> {
  const uses = openLabelUses()
  const sentences = openSentenceRows(sizes, uses)
  const labels = openLabelRows(sizes.piece, uses)
  const scans = new Map<string, ListScan>([
    ['sentences', sentences],
    ['labels', labels],
  ])
  const outline = await outlineJson(source, scans, signal)
  const pieces = outline?.lists.get('sentences')
  if (outline === undefined || pieces === undefined) return 'its sentences cannot be told apart.'
  if (!sentences.ascend) return 'ids of its sentences do not ascend.'
  if ((sentences.lastRows.at(-1) ?? 0) >= 2 ** 31) return 'ids of its sentences are beyond 2^31.'
  const file = parsedObject(outline.rest)
  if (file === undefined) return 'what is around its lists cannot be read apart.'
  const labelPieces = outline.lists.get('labels') ?? []
  const ids = await placeArrows(source, labelPieces, labels, signal)
  const { lastRows, reaches } = sentences
  const others = commentedRows(file)
  const plan = planSegments({ pieces, lastRows, lists: [labels, reaches], others }, sizes)
  const { segments } = plan
  const [segmentOf = new Uint32Array(0)] = plan.segmentsOf
  const isInOrder = ascends(segmentOf)
  // Which of two equal ids is told to be the second depends on the order.
  if (!isInOrder && ids === 'repeated') return 'its labels repeat ids and are not in order.'
  const runs = listRunsOf(labelPieces, segmentOf, segments.length)
  if (runs === undefined) return 'its labels are far from the order of the text.'
  const { firstLabel, hasTimestamps, hasBoxes } = labels
  const labelSets = readLabelSets(labelSetList(file, noFindings), '', noFindings)
  const hasLabels = labelPieces.length > 0
  return {
    file,
    segments,
    wide: wideSegments(segments),
    labels: runs,
    segmentOf,
    isInOrder,
    isSchemaKnown: !hasBoxes && uses.areDeclared(labelSets),
    hasLabelList: outline.lists.has('labels'),
    documentId: documentIdOf(hasLabels ? firstLabel : sentences.firstLabel),
    facts: { isAudio: hasTimestamps, hasLabels },
  }
}
