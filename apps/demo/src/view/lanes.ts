import type { Range } from '@labelport/model'

/** A stretch of one cell that carries a label. */
export interface Piece extends Range {
  /** Id of the annotation. */
  readonly id: string
  /** Whether the label begins or ends in this cell, or comes from or goes on to another. */
  readonly begins: boolean
  readonly ends: boolean
}

/** A piece and the line under the text that is drawn for it. */
export interface LanedPiece extends Piece {
  /** From 0, next to the text. Absent when there are too many at one place to draw. */
  readonly lane?: number
}

/** How many lines are drawn under a text at most; a crowd beyond that is told as a number. */
export const laneLimit = 8

/** Gives overlapping pieces lanes of their own: of two that start together, the longer lies deeper inside. */
export function assignLanes(pieces: readonly Piece[]): readonly LanedPiece[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end)
  const freeFrom: number[] = []
  return sorted.map((piece) => {
    let lane = freeFrom.findIndex((free) => free <= piece.start)
    if (lane === -1) lane = freeFrom.length
    if (lane >= laneLimit) return piece
    // An empty piece still takes its place, so that two marks at one offset do not hide each other.
    freeFrom[lane] = Math.max(piece.end, piece.start + 1)
    return { ...piece, lane }
  })
}

/** How many lanes are in use. */
export function laneCount(pieces: readonly LanedPiece[]): number {
  return pieces.reduce((count, { lane = -1 }) => Math.max(count, lane + 1), 0)
}
