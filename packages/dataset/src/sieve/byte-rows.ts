/** Rows of bytes, one behind the other in one piece of memory that grows. */
export interface ByteRows {
  readonly length: number
  /** Takes a copy of a row in, as the last one. */
  add(row: Uint8Array): void
  /** A view of a row, good until the next one is added. */
  at(index: number): Uint8Array
  /** All rows in memory of their own. */
  take(): Uint8Array
}

/** Opens an empty list of rows of so many bytes. */
export function openByteRows(width: number): ByteRows {
  let bytes = new Uint8Array(width * 16)
  let length = 0
  return {
    get length() {
      return length
    },
    add(row) {
      if (row.length !== width) throw new RangeError(`A row has ${row.length} bytes, not ${width}.`)
      if ((length + 1) * width > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(row, length * width)
      length += 1
    },
    at: (index) => bytes.subarray(index * width, (index + 1) * width),
    take: () => bytes.slice(0, length * width),
  }
}
