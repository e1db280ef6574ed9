import type { ListPiece, SentencesBefore } from '@labelport/format'
import type { Integers } from './label-rows.ts'

/** A run of sentences that is read at once. */
export interface SegmentPlan {
  readonly pieces: readonly ListPiece[]
  readonly before: SentencesBefore
}

/** Rows that must come in one segment. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** How a long file is cut. */
export interface FilePlan {
  readonly segments: readonly SegmentPlan[]
  /** The segment of each label by the label's index. */
  readonly segmentOf: Uint32Array
}

/** What is to be cut. */
export interface Cuttable {
  /** Of the sentences, and the last row of each. */
  readonly pieces: readonly ListPiece[]
  readonly lastRows: readonly number[]
  readonly labels: { readonly first: Integers; readonly last: Integers }
  readonly others: readonly RowRange[]
}

/** Where segments end. */
export interface SegmentSize {
  /** At multiples of so many sentences, so that copies of a text are cut alike. */
  readonly sentences: number
  /** Or when they have so many bytes. */
  readonly segment: number
}

/**
 * Cuts a file between pieces of its sentences, where nothing reaches over. A label without a place goes with the one
 * before it.
 */
export function planSegments(
  { pieces, lastRows, labels, others }: Cuttable,
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
  const count = labels.first.length()
  for (let index = 0; index < count; index += 1) {
    const first = labels.first.at(index)
    const last = labels.last.at(index)
    if (first !== last) join(first, last)
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
  const segmentOf = new Uint32Array(count)
  for (let index = 0; index < count; index += 1) {
    const row = labels.first.at(index)
    segmentOf[index] =
      row === -1 ? (segmentOf[index - 1] ?? 0) : (segmentOfPiece[pieceOf(row)] ?? 0)
  }
  return { segments: drafts, segmentOf }
}

/** Whether a piece still belongs to the segment that others began. */
function isShort(
  [first]: readonly ListPiece[],
  piece: ListPiece,
  { sentences, segment }: SegmentSize,
): boolean {
  if (first === undefined) return true
  const isSameRun = Math.floor(first.first / sentences) === Math.floor(piece.first / sentences)
  return isSameRun && piece.from - first.from < segment
}
