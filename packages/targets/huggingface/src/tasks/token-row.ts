import { type Cell, joinedByBlanks, type Tokens, tokenTexts } from '@labelport/model'
import { writtenOut } from '../surrogates.ts'
import type { Row, Value } from '../value-type.ts'

/** What the rows of a document share: the beginning of `id`, and its name, each also as JSON. */
export interface RowOwner {
  readonly id: string
  readonly name: string
  /** The id as JSON without the closing quote. */
  readonly idJson: string
  readonly nameJson: string
}

/** The owner of the rows of a document. */
export function rowOwner(id: string, name: string): RowOwner {
  return { id, name, idJson: JSON.stringify(id).slice(0, -1), nameJson: JSON.stringify(name) }
}

/**
 * A row of tokens and tags, made in one of two ways when asked for: as values, or as JSON. A class, so that
 * millions of rows share their getters.
 */
export class TokenRow implements Row {
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
      tags: this.#tags ?? untagged(texts.length).tags,
    }
  }

  /** The same bytes as JSON of `values`. Most rows never need their tokens one by one. */
  get json(): string {
    const { text, row } = this.#cell
    const count = this.#tokens.length / 2
    if (!this.joined || count === 0 || escaped.test(text) || blanksIn(text) !== count - 1) {
      return JSON.stringify(this.values)
    }
    const { idJson, nameJson } = this.#owner
    const tokens = text.replaceAll(' ', '","')
    const tags = this.#tags === undefined ? untagged(count).json : `[${this.#tags.join(',')}]`
    return `{"id":${idJson}:${this.#place}","document":${nameJson},"row":${row},"tokens":["${tokens}"],"tags":${tags}}`
  }

  get #place(): string {
    const { row, column } = this.#cell
    return column === 0 ? String(row) : `${row}:${column}`
  }
}

const beyondBmp = /[\ud800-\udfff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON escapes
const escaped = /["\\\u0000-\u001f]/

function blanksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) count += 1
  return count
}

interface Untagged {
  readonly tags: readonly number[]
  readonly json: string
}

const shortRows: Untagged[] = []

/** Tags of rows without labels. Most rows have none, so equally long ones share theirs. */
function untagged(length: number): Untagged {
  const known = shortRows[length]
  if (known !== undefined) return known
  const tags = new Array<number>(length).fill(0)
  const made = { tags, json: JSON.stringify(tags) }
  if (length <= 512) shortRows[length] = made
  return made
}
