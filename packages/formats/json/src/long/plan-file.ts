import {
  type CutSizes,
  type JsonObject,
  type ListScan,
  openSentenceRows,
  outlineJson,
  parsedObject,
  planSegments,
  type SegmentPlan,
  type Source,
  valueEnd,
} from '@labelport/format'

/** How a long file is read in segments. */
export interface LongFile {
  /** The file with nothing in its list of sentences. */
  readonly file: JsonObject
  readonly segments: readonly SegmentPlan[]
}

/** Goes once over a file to see where it can be cut; or a sentence why it cannot be. */
export async function planFile(
  source: Source,
  sizes: CutSizes,
  signal?: AbortSignal,
): Promise<LongFile | string> {
  const sentences = openSentenceRows(sizes)
  const labels: ListScan = { pieceBytes: sizes.piece, elementEnd: valueEnd, take() {} }
  const scans = new Map<string, ListScan>([
    ['sentences', sentences],
    ['labels', labels],
  ])
  const outline = await outlineJson(source, scans, signal)
  const pieces = outline?.lists.get('sentences')
  if (outline === undefined || pieces === undefined) return 'its sentences cannot be told apart.'
  // They are numbered behind those of all sentences.
  if ((outline.lists.get('labels') ?? []).length > 0) return 'it has labels beside its sentences.'
  const { lastRows, ascend, reaches } = sentences
  if (!ascend) return 'ids of its sentences do not ascend.'
  if ((lastRows.at(-1) ?? 0) >= 2 ** 31) return 'ids of its sentences are beyond 2^31.'
  const file = parsedObject(outline.rest)
  if (file === undefined) return 'what is around its lists cannot be read apart.'
  const { segments } = planSegments({ pieces, lastRows, lists: [reaches], others: [] }, sizes)
  return { file, segments }
}
