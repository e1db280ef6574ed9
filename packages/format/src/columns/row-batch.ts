import { TokenBuffer, type Tokens } from '@labelport/model'

/** A row that was scanned; its text is not decoded yet. */
export interface ScannedRow {
  readonly tokens: Tokens
  /** Where its text ends in the batch, in bytes and in UTF-16 code units. */
  readonly endByte: number
  readonly endUnit: number
}

/**
 * The texts of rows as one run of bytes. Decoding many rows at once and slicing costs far less than a
 * string for every token.
 */
export class RowBatch {
  /** Room for text; `reserve` may replace it. */
  bytes = new Uint8Array(1 << 12)
  /** Bytes and UTF-16 code units of text so far, those of the unfinished row included. */
  usedBytes = 0
  usedUnits = 0
  readonly tokens = new TokenBuffer()
  #rows: ScannedRow[] = []
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  /** Number of finished rows. */
  get length(): number {
    return this.#rows.length
  }

  /** Makes room for this many bytes more. */
  reserve(count: number): void {
    if (this.usedBytes + count <= this.bytes.length) return
    const larger = new Uint8Array(2 * (this.usedBytes + count))
    larger.set(this.bytes.subarray(0, this.usedBytes))
    this.bytes = larger
  }

  /** Ends the current row. */
  endRow(): void {
    this.#rows.push({
      tokens: this.tokens.take(),
      endByte: this.usedBytes,
      endUnit: this.usedUnits,
    })
  }

  /** Takes the first `count` rows out. Throws TypeError when their text is not UTF-8. */
  take(count: number): { readonly texts: string[]; readonly tokens: Tokens[] } {
    const rows = this.#rows.splice(0, count)
    const { endByte = 0, endUnit = 0 } = rows.at(-1) ?? {}
    const text = this.#decoder.decode(this.bytes.subarray(0, endByte))
    let start = 0
    const texts = rows.map(({ endUnit: end }) => {
      const row = text.slice(start, end)
      start = end
      return row
    })
    this.bytes.copyWithin(0, endByte, this.usedBytes)
    this.usedBytes -= endByte
    this.usedUnits -= endUnit
    this.#rows = this.#rows.map((row) => ({
      tokens: row.tokens,
      endByte: row.endByte - endByte,
      endUnit: row.endUnit - endUnit,
    }))
    return { texts, tokens: rows.map(({ tokens }) => tokens) }
  }
}
