import type { Place } from '@labelport/format'

/** Knows lines and columns of a text of which only the rest is held. */
export interface Position {
  /** The place of an offset into the text that is held. Fast for offsets in order. */
  placeOf(offset: number, pointer: string): Place
  /** Forgets the first characters of the text that is held. */
  drop(count: number): void
}

/** Starts at line 1, column 1. */
export function positionIn(path: string, textNow: () => string): Position {
  // The last place that was asked for, and the first of the text that is held.
  let last = { offset: 0, line: 1, column: 1 }
  let first = last
  const placeAt = (offset: number): typeof last => {
    const from = offset < last.offset ? first : last
    const passed = textNow().slice(from.offset, offset)
    let { line } = from
    let after = -1
    for (let at = passed.indexOf('\n'); at !== -1; at = passed.indexOf('\n', at + 1)) {
      line += 1
      after = at
    }
    const column = after === -1 ? from.column + passed.length : passed.length - after
    last = { offset, line, column }
    return last
  }
  return {
    placeOf(offset, pointer) {
      const { line, column } = placeAt(offset)
      return { path, line, column, pointer }
    },
    drop(count) {
      first = { ...placeAt(count), offset: 0 }
      last = first
    },
  }
}
