import type { SentencesBefore } from '../datasaur/sentences.ts'
import type { ListPiece } from './json-scanner.ts'
import type { SegmentSize } from './read-bounds.ts'
import type { RowRange, RowRanges } from './row-ranges.ts'

/** A run of rows that is read at once. */
export interface SegmentPlan {
  readonly pieces: readonly ListPiece[]
  readonly before: SentencesBefore
}

/** How a long file is cut. */
export interface FilePlan {
  readonly segments: readonly SegmentPlan[]
  /** For each of the lists: the segment of each element by its index. */
  readonly segmentsOf: readonly Uint32Array[]
}

/** What is to be cut. */
export interface Cuttable {
  /** Of the list of rows, and the last row of each. */
  readonly pieces: readonly ListPiece[]
  readonly lastRows: readonly number[]
  /** What stands on the rows, such as labels. */
  readonly lists: readonly RowRanges[]
  readonly others: readonly RowRange[]
}

/** In bytes of rows. */
const wideSegment = 2 ** 24

/**
 * Cuts a file between pieces of its rows, where nothing reaches over. What has no place goes with the element before it
 * in its list.
 */
export function planSegments(
  { pieces, lastRows, lists, others }: Cuttable,
  size: SegmentSize,
): FilePlan {
  const pieceOf = (row: number): number => {
    let low = 0
    let high = pieces.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((lastRows[middle] ?? 0) < row) low = middle + 1
      else high = middle
    }
    return Math.max(low, 0)
  }
  const lastRow = lastRows.at(-1) ?? -1
  // How many more reach over the border before a piece than over the one before that.
  const reaching = new Int32Array(pieces.length + 1)
  const join = (first: number, last: number): void => {
    // What ends behind the text has no place there; it is a finding and need not hold the text together.
    const from = pieceOf(first)
    const to = last > lastRow ? from : pieceOf(last)
    if (from >= to) return
    reaching[from + 1] = (reaching[from + 1] ?? 0) + 1
    reaching[to + 1] = (reaching[to + 1] ?? 0) - 1
  }
  for (const { first, last } of others) join(first, last)
  for (const list of lists) {
    for (let index = 0; index < list.first.length(); index += 1) {
      const first = list.first.at(index)
      const last = list.last.at(index)
      if (first !== last) join(first, last)
    }
  }
  const drafts: { pieces: ListPiece[]; before: SentencesBefore }[] = []
  const segmentOfPiece: number[] = []
  let over = 0
  for (const [index, piece] of pieces.entries()) {
    over += reaching[index] ?? 0
    const open = drafts.at(-1)
    const goesOn = open !== undefined && (over > 0 || isShort(open.pieces, piece, size))
    if (goesOn) open.pieces.push(piece)
    else {
      const before = { count: piece.first, lastRow: lastRows[index - 1] ?? -1 }
      drafts.push({ pieces: [piece], before })
    }
    segmentOfPiece.push(drafts.length - 1)
  }
  const segmentsOf = lists.map(({ first }) => {
    const segmentOf = new Uint32Array(first.length())
    for (let index = 0; index < segmentOf.length; index += 1) {
      const row = first.at(index)
      segmentOf[index] =
        row === -1 ? (segmentOf[index - 1] ?? 0) : (segmentOfPiece[pieceOf(row)] ?? 0)
    }
    return segmentOf
  })
  return { segments: drafts, segmentsOf }
}

/** Whether a piece still belongs to the segment that others began. */
function isShort(
  [first]: readonly ListPiece[],
  piece: ListPiece,
  { rows, segment }: SegmentSize,
): boolean {
  if (first === undefined) return true
  const isSameRun = Math.floor(first.first / rows) === Math.floor(piece.first / rows)
  return isSameRun && piece.from - first.from < segment
}

/** Whether the elements of a list follow each other as segments do. */
export function ascends(segmentOf: Uint32Array): boolean {
  for (let index = 1; index < segmentOf.length; index += 1) {
    if ((segmentOf[index] ?? 0) < (segmentOf[index - 1] ?? 0)) return false
  }
  return true
}

/** Segments that are much larger than a piece, by their first row. */
export function wideSegments(
  segments: readonly SegmentPlan[],
): readonly { readonly index: number; readonly bytes: number }[] {
  return segments.flatMap(({ pieces, before }) => {
    const bytes = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
    return bytes > wideSegment ? [{ index: before.count, bytes }] : []
  })
}
