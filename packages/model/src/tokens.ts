/**
 * The tokens of a cell as pairs of offsets: token n covers `text.slice(tokens[2n], tokens[2n + 1])`.
 * UTF-16 code units, half-open, in order and without overlap; not every character belongs to a token.
 * Usually a view on a buffer shared by many cells (docs/decisions/0002).
 */
export type Tokens = Uint32Array

/** Half-open, in UTF-16 code units, so `text.slice(start, end)` is always the covered text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** How many tokens there are. */
export function tokenCount(tokens: Tokens): number {
  return tokens.length / 2
}

/** The offsets of token `index`, from 0. Throws RangeError when there is no such token. */
export function tokenAt(tokens: Tokens, index: number): Range {
  const start = tokens[2 * index]
  const end = tokens[2 * index + 1]
  if (start === undefined || end === undefined) {
    throw new RangeError(`Token ${index} of ${tokenCount(tokens)} does not exist.`)
  }
  return { start, end }
}

/** The tokens as strings. */
export function tokenTexts(text: string, tokens: Tokens): string[] {
  const texts = new Array<string>(tokens.length / 2)
  for (let index = 0; index < texts.length; index += 1) {
    texts[index] = text.slice(tokens[2 * index], tokens[2 * index + 1])
  }
  return texts
}

/** Whether the tokens joined by single blanks are the text again. */
export function joinedByBlanks(text: string, tokens: Tokens): boolean {
  let at = 0
  for (let index = 0; index < tokens.length; index += 2) {
    if (tokens[index] !== at) return false
    const end = tokens[index + 1] ?? at
    if (end < text.length && text.charCodeAt(end) !== 32) return false
    at = end + 1
  }
  return at === text.length + 1 || (tokens.length === 0 && text === '')
}

/** The index of the first token that ends after `offset`; the token count when there is none. */
export function firstTokenEndingAfter(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[2 * middle + 1] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Collects token offsets cell by cell into large shared buffers. Millions of tokens then cost eight
 * bytes each and no object.
 */
export class TokenBuffer {
  #buffer: Uint32Array
  #start = 0
  #end = 0

  /** @param capacity how many offsets the first buffer holds */
  constructor(capacity = 4096) {
    this.#buffer = roomFor(Math.max(2, capacity))
  }

  /** Adds a token to the current cell. */
  add(start: number, end: number): void {
    if (this.#end + 2 > this.#buffer.length) this.#grow()
    this.#buffer[this.#end] = start
    this.#buffer[this.#end + 1] = end
    this.#end += 2
  }

  /** Ends the current cell and returns its tokens. */
  take(): Tokens {
    const tokens = this.#buffer.subarray(this.#start, this.#end)
    this.#start = this.#end
    return tokens
  }

  /** Forgets the tokens of the current cell. */
  drop(): void {
    this.#end = this.#start
  }

  /** Views already handed out keep the old buffer; only the current cell moves. */
  #grow(): void {
    const pending = this.#buffer.subarray(this.#start, this.#end)
    const next = new Uint32Array(Math.max(65_536, pending.length * 2 + 2))
    next.set(pending)
    this.#end = pending.length
    this.#start = 0
    this.#buffer = next
  }
}

const slabLength = 16_384
let slab = new Uint32Array(0)
let slabUsed = 0

/**
 * Room that is nobody else's. Small ones are cut from a slab, as Node cuts its buffers: making an array for each of
 * 20,000 small files took a fifteenth of reading them, and collecting it as much again.
 */
function roomFor(length: number): Uint32Array {
  if (length > slabLength / 8) return new Uint32Array(length)
  if (slabUsed + length > slab.length) {
    slab = new Uint32Array(slabLength)
    slabUsed = 0
  }
  slabUsed += length
  return slab.subarray(slabUsed - length, slabUsed)
}
