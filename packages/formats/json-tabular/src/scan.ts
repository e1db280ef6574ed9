import type { Kind } from './kinds.ts'

/** The members of an object, side by side. Numbers, lists and objects are texts as they stand. */
export interface Members {
  readonly keys: string[]
  readonly kinds: Kind[]
  readonly texts: string[]
  /** Where the keys stand in the text that was scanned. */
  readonly offsets: number[]
}

/** What was found at a place of a text. */
export type Scan =
  | { readonly type: 'row'; readonly end: number; readonly members: Members }
  /** The text ends too early. */
  | { readonly type: 'cut' }
  /** Something that is not JSON. */
  | { readonly type: 'misfit'; readonly at: number }

const cut = { type: 'cut' } as const
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const words = ['null', 'true', 'false'] as const
const quote = 34
const comma = 44
const colon = 58
const openBracket = 91
const openBrace = 123
const closeBrace = 125

/**
 * Scans the object that begins at `start`. `JSON.parse` would lose equal keys and the digits of numbers.
 * `expected`: the keys of the object before, which are compared where they are expected and not made anew.
 */
export function scanObject(text: string, start: number, expected: readonly string[] = []): Scan {
  const members: Members = { keys: [], kinds: [], texts: [], offsets: [] }
  let at = afterSpace(text, start + 1)
  if (text.charCodeAt(at) === closeBrace) return { type: 'row', end: at + 1, members }
  for (;;) {
    if (at >= text.length) return cut
    if (text.charCodeAt(at) !== quote) return { type: 'misfit', at }
    const guess = expected[members.keys.length]
    const guessed =
      guess !== undefined &&
      text.startsWith(guess, at + 1) &&
      text.charCodeAt(at + 1 + guess.length) === quote &&
      isPlain(guess, 0, guess.length)
    const keyEnd = guessed ? at + 1 + guess.length : stringEnd(text, at)
    if (keyEnd === -1) return cut
    const key = guessed ? guess : stringAt(text, at, keyEnd)
    if (key === undefined) return { type: 'misfit', at }
    members.keys.push(key)
    members.offsets.push(at)
    at = afterSpace(text, keyEnd + 1)
    if (at >= text.length) return cut
    if (text.charCodeAt(at) !== colon) return { type: 'misfit', at }
    at = afterSpace(text, at + 1)
    const end = scanValue(text, at, members)
    if (end === 'cut') return cut
    if (end === 'misfit') return { type: 'misfit', at }
    at = afterSpace(text, end)
    if (at >= text.length) return cut
    const next = text.charCodeAt(at)
    if (next === closeBrace) return { type: 'row', end: at + 1, members }
    if (next !== comma) return { type: 'misfit', at }
    at = afterSpace(text, at + 1)
  }
}

/** Adds the value that begins at `at`; returns where it ends. */
function scanValue(text: string, at: number, { kinds, texts }: Members): number | 'cut' | 'misfit' {
  const code = text.charCodeAt(at)
  if (code === quote) {
    const end = stringEnd(text, at)
    if (end === -1) return 'cut'
    const value = stringAt(text, at, end)
    if (value === undefined) return 'misfit'
    kinds.push('s')
    texts.push(value)
    return end + 1
  }
  if (code === openBrace || code === openBracket) {
    const end = nestedEnd(text, at)
    if (end === -1) return 'cut'
    const value = text.slice(at, end)
    if (!isJson(value)) return 'misfit'
    kinds.push('j')
    texts.push(value)
    return end
  }
  for (const word of words) {
    if (!text.startsWith(word, at)) continue
    kinds.push(word === 'null' ? 'z' : 'b')
    texts.push(word === 'null' ? '' : word)
    return at + word.length
  }
  number.lastIndex = at
  if (!number.test(text)) return text.length - at < 5 ? 'cut' : 'misfit'
  kinds.push('n')
  texts.push(text.slice(at, number.lastIndex))
  return number.lastIndex
}

/** The first place at or behind `at` that is no white space. */
export function afterSpace(text: string, at: number): number {
  let next = at
  for (;;) {
    const code = text.charCodeAt(next)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return next
    next += 1
  }
}

/** The quote that closes the string opened at `open`; -1 when it does not come. */
export function stringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1
    while (text.charCodeAt(before) === 92) before -= 1
    if ((at - before) % 2 === 1) return at
  }
  return -1
}

/** The text of a string; undefined when it holds what JSON does not allow. */
function stringAt(text: string, open: number, close: number): string | undefined {
  if (isPlain(text, open + 1, close)) return text.slice(open + 1, close)
  try {
    return JSON.parse(text.slice(open, close + 1)) as string
  } catch {
    return undefined
  }
}

/** Whether there are neither escapes nor control characters, which JSON does not allow. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 32 || code === 92) return false
  }
  return true
}

/** Behind the list or object that begins at `start`; -1 when it does not end. */
export function nestedEnd(text: string, start: number): number {
  const marks = /["{}[\]]/g
  marks.lastIndex = start
  let depth = 0
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const [mark] = found
    if (mark === '"') {
      const end = stringEnd(text, found.index)
      if (end === -1) return -1
      marks.lastIndex = end + 1
    } else if (mark === '{' || mark === '[') depth += 1
    else {
      depth -= 1
      if (depth === 0) return found.index + 1
    }
  }
  return -1
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
