import type { Source } from '../source.ts'

/** Where a long document is cut. */
export interface SegmentSize {
  /** At multiples of so many rows, so that copies of a text are cut alike. */
  readonly rows: number
  /** Or when they have so many bytes. */
  readonly segment: number
}

/** How large the parts of a long file are. */
export interface CutSizes extends SegmentSize {
  /** Of what is parsed at once, in bytes. */
  readonly piece: number
}

/** How much of a file is held at once. */
export interface ReadBounds extends CutSizes {
  /** Files of up to so many bytes are read whole. */
  readonly whole: number
}

/**
 * A document that is read whole takes some five times its size in memory; up to 16 MiB that is as much as Node takes for
 * itself and its garbage. The text of a piece is short enough to die young, which takes a quarter less memory than
 * pieces of 1 MiB and no more time.
 */
export const usualBounds: ReadBounds = {
  whole: 2 ** 24,
  piece: 96 * 2 ** 10,
  rows: 1024,
  segment: 2 ** 22,
}

/** Whether a file is to be read in segments. */
export function isLong(source: Source, { whole }: Pick<ReadBounds, 'whole'>): boolean {
  // A text that was decoded already is held as it is.
  if (source.text?.() !== undefined) return false
  return source.size !== undefined && source.size > whole
}
