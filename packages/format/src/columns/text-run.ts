const lineFeed = 10

/** The texts of rows as UTF-8, one behind the other. */
export class TextRun {
  /** Room for text; `reserve` may replace it. */
  bytes = new Uint8Array(1 << 12)
  used = 0
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  /** Makes room for this many bytes more. */
  reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return
    const larger = new Uint8Array(2 * (this.used + count))
    larger.set(this.bytes.subarray(0, this.used))
    this.bytes = larger
  }

  /** Ends a row with a line feed, so that the halves of no character meet. Room for it must be there. */
  endRow(): void {
    this.bytes[this.used] = lineFeed
    this.used += 1
  }

  /** Moves what lies behind `from` to the end of another run. */
  moveTo(other: TextRun, from: number): void {
    other.reserve(this.used - from + 1)
    other.bytes.set(this.bytes.subarray(from, this.used), other.used)
    other.used += this.used - from
    this.used = from
  }

  /** Takes the first `count` bytes out. Throws TypeError when they are not UTF-8. */
  take(count: number): string {
    const text = this.#decoder.decode(this.bytes.subarray(0, count))
    this.bytes.copyWithin(0, count, this.used)
    this.used -= count
    return text
  }
}
