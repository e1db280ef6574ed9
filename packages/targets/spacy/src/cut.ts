import type { TokenBuffer, Tokens } from '@labelport/model'
import { isWhiteSpace, runEnd } from './white-space.ts'

/** The tokens of a cell as spaCy keeps them: only single blanks behind tokens lie between them. */
export interface Cut {
  readonly tokens: Tokens
  /** Whether all tokens stand as they were, white space between them aside. */
  readonly exact: boolean
}

/**
 * Makes tokens of everything that lies between the tokens of a cell, so that they and single blanks are
 * the text. Of the white space between two tokens the first blank belongs to the token before it and the
 * rest is a token, as spaCy cuts it too.
 */
export function fillGaps(text: string, tokens: Tokens, buffer: TokenBuffer): Cut {
  let exact = true
  let at = 0
  const add = (start: number, end: number, limit: number): void => {
    buffer.add(start, end)
    at = end < limit && text.charCodeAt(end) === 32 ? end + 1 : end
  }
  const fill = (to: number): void => {
    while (at < to) {
      const end = Math.min(runEnd(text, at), to)
      if (!isWhiteSpace(text.slice(at, end))) exact = false
      add(at, end, to)
    }
  }
  for (let index = 0; index < tokens.length; index += 2) {
    const start = tokens[index] ?? 0
    const end = tokens[index + 1] ?? 0
    fill(start)
    if (start < end) add(start, end, startOfNext(tokens, index + 2) ?? text.length)
    if (start === end || isWhiteSpace(text.slice(start, end))) exact = false
  }
  fill(text.length)
  return { tokens: buffer.take(), exact }
}

/** Where the first token from `index` that is not empty begins. */
function startOfNext(tokens: Tokens, index: number): number | undefined {
  let at = index
  while (at < tokens.length && tokens[at] === tokens[at + 1]) at += 2
  return tokens[at]
}

/** Cuts a text that has no tokens at white space and at the given places. */
export function cutText(text: string, places: readonly number[], buffer: TokenBuffer): Tokens {
  const sorted = [...places].sort((a, b) => a - b)
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = runEnd(text, start)
    if (isWhiteSpace(text.slice(start, end))) continue
    let from = start
    for (const place of sorted) {
      if (place <= from || place >= end || insidePair(text, place)) continue
      buffer.add(from, place)
      from = place
    }
    buffer.add(from, end)
  }
  return buffer.take()
}

/** Whether a token begins or ends between the halves of a surrogate pair. */
export function splitsPair(text: string, tokens: Tokens): boolean {
  return tokens.some((place) => insidePair(text, place))
}

function insidePair(text: string, place: number): boolean {
  const before = text.charCodeAt(place - 1)
  const after = text.charCodeAt(place)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
