import { growingIntegers, type Integers } from './growing-integers.ts'

/** Rows that must come in one segment. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** The rows of the elements of a list, by their index; -1 for what has no place. */
export interface RowRanges {
  readonly first: Integers
  readonly last: Integers
}

/** Rows that are found one by one. */
export interface GrowingRanges extends RowRanges {
  /** Adds an element from one row to another; both -1, or no rows, where it has no place. */
  add(one: unknown, other: unknown): void
  set(index: number, range: RowRange): void
}

/** Starts before the first element. */
export function growingRanges(): GrowingRanges {
  const first = growingIntegers()
  const last = growingIntegers()
  return {
    first,
    last,
    add(one, other) {
      const hasPlace = isRow(one) && isRow(other)
      first.add(hasPlace ? Math.min(one, other) : -1)
      last.add(hasPlace ? Math.max(one, other) : -1)
    },
    set(index, range) {
      first.set(index, range.first)
      last.set(index, range.last)
    },
  }
}

/** What fits an array of 32-bit integers; text has no rows beyond. */
function isRow(row: unknown): row is number {
  return typeof row === 'number' && Number.isInteger(row) && row >= 0 && row < 2 ** 31
}

/** The rows of arrows, which reach from one end to the other; undefined where an end has no place. */
export function rangeBetween(
  ranges: RowRanges,
  one: number | undefined,
  other: number | undefined,
): RowRange | undefined {
  if (one === undefined || other === undefined) return undefined
  if (ranges.first.at(one) === -1 || ranges.first.at(other) === -1) return undefined
  return {
    first: Math.min(ranges.first.at(one), ranges.first.at(other)),
    last: Math.max(ranges.last.at(one), ranges.last.at(other)),
  }
}
