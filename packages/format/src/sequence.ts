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
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield make(index)
    },
  }
}

/** Those at some places, in the order of the places, which are those of `items`. */
export function itemsAt<T>(items: Sequence<T>, places: ArrayLike<number>): Sequence<T> {
  return sequenceOf(places.length, (index) => itemOf(items, places[index] ?? -1))
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
    let low = 0
    let high = parts.length - 1
    // The last part that begins at or before the index; empty ones before it begin there as well.
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return itemOf(parts[low] ?? [], index - (starts[low] ?? 0))
  })
}

function itemOf<T>(items: Sequence<T>, index: number): T {
  const found = items.at(index)
  if (found === undefined) throw new RangeError(`There is nothing at ${index}.`)
  return found
}
