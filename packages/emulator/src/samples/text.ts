import {
  type Annotation,
  type Cell,
  type Origin,
  type TextTarget,
  TokenBuffer,
} from '@labelport/model'

/** Words with their marks and joiners, emoji with their parts, and every other sign alone. */
const token =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*|\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*|\S/gu

/** A line that the platform does not show. */
export interface HiddenLine {
  readonly hidden: string
}

/** Cells of a text, one per line, with tokens. */
export function cellsOf(lines: readonly (string | HiddenLine)[]): readonly Cell[] {
  const buffer = new TokenBuffer()
  return lines.map((line, row) => {
    const text = typeof line === 'string' ? line : line.hidden
    for (const match of text.matchAll(token)) buffer.add(match.index, match.index + match[0].length)
    const cell = { row, column: 0, text, tokens: buffer.take() }
    return typeof line === 'string' ? cell : { ...cell, status: 'hidden' }
  })
}

/** Words in a row; `end` names the words a stretch ends with when that is in a later row. */
export interface Words {
  readonly row: number
  readonly text: string
  readonly end?: { readonly row: number; readonly text: string }
}

/** Where words lie. Throws RangeError when they do not, so that samples cannot drift apart. */
export function find(cells: readonly Cell[], { row, text, end }: Words): TextTarget {
  const start = indexIn(cells, row, text)
  if (end === undefined) return { cell: row, start, end: start + text.length }
  const last = indexIn(cells, end.row, end.text) + end.text.length
  return { cell: row, start, endCell: end.row, end: last }
}

function indexIn(cells: readonly Cell[], row: number, text: string): number {
  const index = cells[row]?.text.indexOf(text) ?? -1
  if (index === -1) throw new RangeError(`Row ${row} does not hold "${text}".`)
  return index
}

/** A label on words. */
export interface Mark extends Words {
  /** Absent where nothing refers to it. */
  readonly id?: string
  readonly label: readonly [labelSet: string, label: string]
  readonly origin: Origin
}

/** An arrow between two marks. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly label: readonly [labelSet: string, label: string]
  readonly origin: Origin
}

/** The annotations of marks and arrows, marks first. */
export function annotate(
  cells: readonly Cell[],
  marks: readonly Mark[],
  arrows: readonly Arrow[] = [],
): readonly Annotation[] {
  const spans = marks.map((mark, index): Annotation => {
    const [labelSet, label] = mark.label
    const target = find(cells, mark)
    return {
      type: 'span',
      id: mark.id ?? `span-${index}`,
      labelSet,
      label,
      target,
      origin: mark.origin,
    }
  })
  const relations = arrows.map(
    ({ from, to, label: [labelSet, label], origin }, index): Annotation => {
      return { type: 'relation', id: `arrow-${index}`, labelSet, label, from, to, origin }
    },
  )
  return [...spans, ...relations]
}
