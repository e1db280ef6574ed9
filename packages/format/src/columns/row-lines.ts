import { firstTokenEndingAfter, type LabeledDocument } from '@labelport/model'
import type { Locate } from '../format.ts'

/** Remembers on which lines rows begin, for who asks where their labels stand. */
export interface RowLines {
  /** Takes the line of the first token of the next row. */
  add(line: number): void
  /** Tells the lines of the labels of a segment, which holds the rows that were not told yet. */
  tell(segment: LabeledDocument): void
}

/** Starts at the first row of a file with one token on each line. */
export function rowLines(locate: Locate): RowLines {
  const lines: number[] = []
  return {
    add: (line) => void lines.push(line),
    tell({ cells, annotations }) {
      for (const one of annotations) {
        if (one.type !== 'span') continue
        const { cell, start } = one.target
        const first = lines[cell]
        const tokens = cells[cell]?.tokens
        if (first === undefined || tokens === undefined) continue
        locate('annotation', one.id, { line: first + firstTokenEndingAfter(tokens, start) })
      }
      lines.splice(0, cells.length)
    },
  }
}
