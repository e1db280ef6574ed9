/**
 * Things in a row that need not all be there: a million entries of a zip are made one by one as they are asked for, and
 * each time anew. Every array is one.
 */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number
  /** Counts from 0; undefined beyond the end. */
  at(index: number): T | undefined
}

/** `length` things, each made when it is asked for; none is kept. */
export function sequenceOf<T>(length: number, make: (index: number) => T): Sequence<T> {
  return {
    length,
    at: (index) => (index >= 0 && index < length ? make(index) : undefined),
    [Symbol.iterator]: () => made(length, make),
  }
}

function* made<T>(length: number, make: (index: number) => T): Generator<T> {
  for (let index = 0; index < length; index += 1) yield make(index)
}

/** Those at some places of `items`, in the order of the places. */
export function itemsAt<T>(items: Sequence<T>, places: Sequence<number>): Sequence<T> {
  return sequenceOf(places.length, (index) => itemOf(items, places.at(index) ?? -1))
}

/** Those from one place up to another, which is left out. */
export function sliceOf<T>(items: Sequence<T>, from: number, to: number): Sequence<T> {
  return sequenceOf(to - from, (index) => itemOf(items, from + index))
}

/** What is made of each. */
export function mapped<T, U>(items: Sequence<T>, make: (item: T) => U): Sequence<U> {
  return sequenceOf(items.length, (index) => make(itemOf(items, index)))
}

/** One sequence behind the other. */
export function joined<T>(parts: readonly Sequence<T>[]): Sequence<T> {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const starts: number[] = []
  let length = 0
  for (const part of parts) {
    starts.push(length)
    length += part.length
  }
  return sequenceOf(length, (index) => {
    const part = lastUpTo(starts, index)
    return itemOf(parts[part] ?? [], index - (starts[part] ?? 0))
  })
}

/** Where the last of ascending numbers stands that is not above `limit`. */
export function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

function itemOf<T>(items: Sequence<T>, index: number): T {
  const found = items.at(index)
  if (found === undefined) throw new RangeError(`There is nothing at ${index}.`)
  return found
}
