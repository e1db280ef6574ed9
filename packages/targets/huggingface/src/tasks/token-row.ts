import { type Cell, joinedByBlanks, type Tokens, tokenTexts } from '@labelport/model'
import { mostDigits, putNumber, putText, putWords } from '../json-bytes.ts'
import { writtenOut } from '../surrogates.ts'
import type { JsonBytes, Row, Value } from '../value-type.ts'

/** What the rows of a document share: the beginning of `id`, and its name; and both as they stand in JSON. */
export interface RowOwner {
  readonly id: string
  readonly name: string
  /** Up to the row's place. */
  readonly head: string
  /** From the row's place to its number. */
  readonly middle: string
}

/** The owner of the rows of a document. */
export function rowOwner(id: string, name: string): RowOwner {
  return {
    id,
    name,
    head: `{"id":${JSON.stringify(id).slice(0, -1)}:`,
    middle: `","document":${JSON.stringify(name)},"row":`,
  }
}

const beforeTokens = ',"tokens":['
const beforeTags = '],"tags":['
const end = ']}'

/**
 * A row of tokens and tags, made in one of two ways when asked for: as values, or as the bytes of its JSON. A class, so
 * that millions of rows share their methods.
 */
export class TokenRow implements Row, JsonBytes {
  readonly size: number
  /** Whether the text is its tokens joined by single blanks, so that nothing between them is lost. */
  readonly joined: boolean
  readonly #owner: RowOwner
  readonly #cell: Cell
  readonly #tokens: Tokens
  /** Absent means that no token has a label. */
  readonly #tags: readonly number[] | undefined

  constructor(owner: RowOwner, cell: Cell, tokens: Tokens, tags: readonly number[] | undefined) {
    this.size = cell.text.length
    this.joined = joinedByBlanks(cell.text, tokens)
    this.#owner = owner
    this.#cell = cell
    this.#tokens = tokens
    this.#tags = tags
  }

  get values(): Readonly<Record<string, Value>> {
    const { text, row } = this.#cell
    const texts = tokenTexts(text, this.#tokens)
    return {
      id: `${this.#owner.id}:${this.#place}`,
      document: this.#owner.name,
      row,
      // A token may end between the halves of a surrogate pair; the halves are then written out.
      tokens: beyondBmp.test(text) ? texts.map(writtenOut) : texts,
      tags: this.#tags ?? untagged(texts.length),
    }
  }

  /** Made by the row itself: an object more for each of millions would cost more than it says. */
  get json(): JsonBytes {
    return this
  }

  get mostBytes(): number {
    const { head, middle } = this.#owner
    const texts = head.length + middle.length + this.#cell.text.length
    // Two quotes and a comma around a token, ten digits and a comma for its tag.
    const perToken = 14
    const fixed = 3 * mostDigits + 2 + beforeTokens.length + beforeTags.length + end.length
    return 3 * texts + perToken * (this.#tokens.length / 2) + fixed
  }

  /** Most rows never need their tokens one by one. */
  writeJson(into: Uint8Array, start: number): number | undefined {
    const { text, row, column } = this.#cell
    const count = this.#tokens.length / 2
    if (!this.joined || count === 0) return undefined
    let at = putText(into, start, this.#owner.head)
    at = putNumber(into, at, row)
    if (column !== 0) at = putNumber(into, putText(into, at, ':'), column)
    at = putNumber(into, putText(into, at, this.#owner.middle), row)
    const words = putWords(into, putText(into, at, beforeTokens), text, count - 1)
    if (words === undefined) return undefined
    at = putText(into, words, beforeTags)
    for (let token = 0; token < count; token += 1) {
      at = putNumber(into, at, this.#tags?.[token] ?? 0)
      into[at] = comma
      at += 1
    }
    // In place of the last comma.
    return putText(into, at - 1, end)
  }

  get #place(): string {
    const { row, column } = this.#cell
    return column === 0 ? String(row) : `${row}:${column}`
  }
}

const beyondBmp = /[\ud800-\udfff]/
const comma = 0x2c

const shortRows: (readonly number[])[] = []

/** Tags of rows without labels. Most rows have none, so equally long ones share theirs. */
function untagged(length: number): readonly number[] {
  const known = shortRows[length]
  if (known !== undefined) return known
  const tags = new Array<number>(length).fill(0)
  if (length <= 512) shortRows[length] = tags
  return tags
}
