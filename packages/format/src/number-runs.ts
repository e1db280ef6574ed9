import { lastUpTo, type Sequence } from './sequence.ts'

/** Numbers that are added one by one. */
export interface NumberRuns extends Sequence<number> {
  add(number: number): void
}

/** Opens a list of numbers that mostly follow each other: a run of them takes no more room than two. */
export function openRuns(): NumberRuns {
  const firsts: number[] = []
  const starts: number[] = []
  let length = 0
  let next: number | undefined
  const numberAt = (index: number): number => {
    const run = lastUpTo(starts, index)
    return (firsts[run] ?? 0) + index - (starts[run] ?? 0)
  }
  return {
    get length() {
      return length
    },
    at: (index) => (index >= 0 && index < length ? numberAt(index) : undefined),
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield numberAt(index)
    },
    add(number) {
      if (number !== next) {
        firsts.push(number)
        starts.push(length)
      }
      length += 1
      next = number + 1
    },
  }
}
