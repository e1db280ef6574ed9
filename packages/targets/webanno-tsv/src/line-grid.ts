import type { Span } from '@labelport/model'
import type { Unit } from './units.ts'

/** A label that is written: its name, the lines it stands in, and its number where it needs one. */
export interface PlacedSpan {
  readonly span: Span
  /** As it is written; `*` for a label without a name. */
  readonly value: string
  /** In reading order, at least one. */
  readonly lines: readonly [Line, ...Line[]]
}

/** A line of the file. */
export interface Line {
  /** Such as `1-2`, or `1-2.1` for a part of a token. */
  readonly id: string
  /** In the cell, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly spans: PlacedSpan[]
  /** The arrows that lead here: their names and where they come from. */
  readonly arrows: { readonly value: string; readonly source: string }[]
}

/** The lines that hold labels. All others are tokens and nothing else. */
export interface LineGrid {
  /** Puts a label on the lines of its units. */
  add(span: Span, value: string, units: readonly [Unit, ...Unit[]]): PlacedSpan
  /** The line of a token, when it has one, and then those of its parts. */
  at(sentence: number, token: number): { readonly whole?: Line; readonly parts: readonly Line[] }
  /** The number of a label; undefined where its line names it well enough. To be asked when all are there. */
  numberOf(placed: PlacedSpan): number | undefined
}

/** Lines of one digit: WebAnno finds parts of a token by their number only up to the ninth. */
const findable = /\.\d$|^[^.]*$/

/** Starts without labels. */
export function lineGrid(): LineGrid {
  const tokens = new Map<string, { whole?: Line; readonly parts: Line[] }>()
  const numbers = new Map<PlacedSpan, number>()
  const tokenAt = (sentence: number, token: number) => {
    const key = `${sentence + 1}-${token + 1}`
    const found = tokens.get(key) ?? { parts: [] }
    tokens.set(key, found)
    return { key, found }
  }
  const lineOf = ({ sentence, token, start, end, whole }: Unit): Line => {
    const { key, found } = tokenAt(sentence, token)
    if (whole) {
      found.whole ??= { id: key, start, end, spans: [], arrows: [] }
      return found.whole
    }
    const known = found.parts.find((part) => part.start === start && part.end === end)
    if (known !== undefined) return known
    const id = `${key}.${found.parts.length + 1}`
    const line: Line = { id, start, end, spans: [], arrows: [] }
    found.parts.push(line)
    return line
  }
  return {
    add(span, value, [first, ...rest]) {
      const lines = [lineOf(first), ...rest.map(lineOf)] as const
      const placed: PlacedSpan = { span, value, lines }
      for (const line of lines) line.spans.push(placed)
      return placed
    },
    at: (sentence, token) => tokens.get(`${sentence + 1}-${token + 1}`) ?? { parts: [] },
    numberOf(placed) {
      const known = numbers.get(placed)
      if (known !== undefined) return known
      const [first, ...rest] = placed.lines
      const isStacked = placed.lines.some(({ spans }) => spans.length > 1)
      if (rest.length === 0 && !isStacked && findable.test(first.id)) return undefined
      const number = numbers.size + 1
      numbers.set(placed, number)
      return number
    },
  }
}
