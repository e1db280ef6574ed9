import { cutsCharacter } from '@labelport/format'
import { type Cell, type Span, tokensTouched } from '@labelport/model'
import type { Sentence } from './sentences.ts'

/** A stretch of a cell that a line of the file stands for: a token, or a part of one. */
export interface Unit {
  readonly sentence: number
  readonly token: number
  /** In the cell, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly whole: boolean
}

/** The units a span covers, at least one, and why it is not what it was; or why it is gone. */
export type Placed =
  | {
      readonly units: readonly [Unit, ...Unit[]]
      readonly change?: 'span-trimmed' | 'over-left-out'
    }
  | { readonly drop: 'span-without-token' | 'span-cuts-character' }

/** Finds the units of spans. Only the first and the last unit of a span can be a part of a token. */
export function unitsFinder(
  cells: readonly Cell[],
  sentences: readonly Sentence[],
): (span: Span) => Placed {
  const sentenceOf = new Map(sentences.map(({ cell }, index) => [cell, index]))
  return ({ target }) => {
    const { cell: first, endCell: last = first, start, end } = target
    const cuts = (cell: number, offset: number) => cutsCharacter(cells[cell]?.text ?? '', offset)
    if (cuts(first, start) || cuts(last, end)) return { drop: 'span-cuts-character' }
    const units: Unit[] = []
    let leftOut = false
    for (let cell = first; cell <= last; cell += 1) {
      const sentence = sentenceOf.get(cell)
      const tokens = sentence === undefined ? undefined : sentences[sentence]?.tokens
      if (sentence === undefined || tokens === undefined) {
        leftOut = true
        continue
      }
      const from = cell === first ? start : 0
      const to = cell === last ? end : Number.POSITIVE_INFINITY
      const touched = tokensTouched(tokens, from, to)
      for (let token = touched.start; token < touched.end; token += 1) {
        const [begin = 0, stop = 0] = [tokens[2 * token], tokens[2 * token + 1]]
        const whole = from <= begin && stop <= to
        const part = { start: Math.max(from, begin), end: Math.min(to, stop) }
        if (part.start < part.end) units.push({ sentence, token, ...part, whole })
      }
    }
    const [head, ...rest] = units
    if (head === undefined) return { drop: 'span-without-token' }
    const tail = rest.at(-1) ?? head
    const whole =
      sentences[head.sentence]?.cell === first &&
      head.start === start &&
      sentences[tail.sentence]?.cell === last &&
      tail.end === end
    const change = leftOut ? 'over-left-out' : whole ? undefined : 'span-trimmed'
    return { units: [head, ...rest], ...(change && { change }) }
  }
}
