import { writableText } from '@labelport/format'
import { alignTokens, type TokenBuffer, type Tokens } from '@labelport/model'
import type { TokenLine } from './sentences.ts'

/** Where the tokens of a row lie in its text, and how that was found. */
export interface PlacedTokens {
  readonly tokens: Tokens
  /** The file's offset of the beginning of the text. Absent when the file's ranges do not fit. */
  readonly base?: number
  /** Indices of tokens that the text does not hold; empty when the ranges fit. */
  readonly missing: readonly number[]
}

/**
 * Offsets may count on through the file or begin anew in each row; whichever way makes every range cover its
 * token is taken. Where none does, the tokens are looked for in the text.
 */
export function placeTokens(
  text: string,
  lines: readonly TokenLine[],
  expectedBase: number,
  buffer: TokenBuffer,
): PlacedTokens {
  const [first] = lines
  const found = text.indexOf(first?.text ?? '')
  const bases = [expectedBase, 0, (first?.range?.[0] ?? 0) - Math.max(found, 0)]
  const base = bases.find((one) => fits(text, lines, one))
  if (base === undefined) {
    const strings = lines.map((line) => line.text)
    const { tokens, missing } = alignTokens(text, strings, buffer)
    return { tokens, missing }
  }
  for (const { range = [0, 0] } of lines) buffer.add(range[0] - base, range[1] - base)
  return { tokens: buffer.take(), base, missing: [] }
}

function fits(text: string, lines: readonly TokenLine[], base: number): boolean {
  let end = base
  for (const { range, text: token } of lines) {
    if (range === undefined || range[0] < end || range[1] < range[0]) return false
    if (range[1] - base > text.length) return false
    // A token line cannot hold a tab or a line end; the text has them all the same.
    const covered = text.slice(range[0] - base, range[1] - base)
    if (covered !== token && writableText(covered) !== token) return false
    end = range[1]
  }
  return true
}
