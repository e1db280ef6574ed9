import { TokenBuffer, type Tokens } from '@labelport/model'
import { TextRun } from './text-run.ts'

/** A row that was scanned; its text is not decoded yet. */
interface ScannedRow {
  readonly tokens: Tokens
  /** Of its text and the line feed behind it. */
  readonly bytes: number
  /** UTF-16 code units of its text. */
  readonly units: number
  readonly wide: boolean
}

/**
 * The texts of rows as runs of bytes. Decoding many rows at once and slicing costs far less than a string for
 * every token. Rows with characters beyond Latin-1 form a run of their own: only they take two bytes for each
 * code unit then, which is a third of all text kept where a third of the rows is wide.
 */
export class RowBatch {
  /** Holds the unfinished row at its end. */
  readonly text = new TextRun()
  readonly tokens = new TokenBuffer()
  readonly #wide = new TextRun()
  #rows: ScannedRow[] = []
  #rowStart = 0

  /** Number of finished rows. */
  get length(): number {
    return this.#rows.length
  }

  /** Bytes of text so far. */
  get size(): number {
    return this.text.used + this.#wide.used
  }

  /** Ends the current row. `wide`: a character of it may lie beyond Latin-1. */
  endRow(units: number, wide: boolean): void {
    const bytes = this.text.used - this.#rowStart + 1
    if (wide) {
      this.text.moveTo(this.#wide, this.#rowStart)
      this.#wide.endRow()
    } else {
      this.text.endRow()
      this.#rowStart = this.text.used
    }
    this.#rows.push({ tokens: this.tokens.take(), bytes, units, wide })
  }

  /** Takes the first `count` rows out, between rows. Throws TypeError when their text is not UTF-8. */
  take(count: number): { readonly texts: string[]; readonly tokens: Tokens[] } {
    const rows = this.#rows.splice(0, count)
    let narrowBytes = 0
    let wideBytes = 0
    for (const { wide, bytes } of rows) {
      if (wide) wideBytes += bytes
      else narrowBytes += bytes
    }
    const narrow = this.text.take(narrowBytes)
    const wide = this.#wide.take(wideBytes)
    this.#rowStart -= narrowBytes
    let narrowAt = 0
    let wideAt = 0
    const texts = rows.map((row) => {
      const start = row.wide ? wideAt : narrowAt
      const end = start + row.units
      if (row.wide) wideAt = end + 1
      else narrowAt = end + 1
      return (row.wide ? wide : narrow).slice(start, end)
    })
    return { texts, tokens: rows.map(({ tokens }) => tokens) }
  }
}
