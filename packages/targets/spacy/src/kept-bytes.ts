/** Blocks have so many bytes, and more where one piece needs more. */
const blockBytes = 64 * 1024

/** Bytes that grow piece by piece, in blocks: an array for each of a million pieces takes more room than the pieces. */
export interface KeptBytes {
  readonly length: () => number
  /** So many bytes more behind the others, all 0, to be written to. */
  more(count: number): Uint8Array
  add(piece: Uint8Array): void
  /** All bytes, in order. */
  blocks(): readonly Uint8Array[]
}

/** Starts without any byte. */
export function keptBytes(): KeptBytes {
  const full: Uint8Array[] = []
  let block = new Uint8Array()
  let used = 0
  let length = 0
  const more = (count: number): Uint8Array => {
    if (used + count > block.length) {
      if (used > 0) full.push(block.subarray(0, used))
      block = new Uint8Array(Math.max(blockBytes, count))
      used = 0
    }
    used += count
    length += count
    return block.subarray(used - count, used)
  }
  return {
    length: () => length,
    more,
    add: (piece) => more(piece.length).set(piece),
    blocks: () => (used > 0 ? [...full, block.subarray(0, used)] : full),
  }
}
