import type { RandomAccess } from '@labelport/format'

/** Gives a range of a file; without a promise whenever the bytes are at hand. */
export type ReadRange = (offset: number, length: number) => Uint8Array | Promise<Uint8Array>

const smallest = 64 * 1024
const largest = 512 * 1024

/**
 * Reads more than asked for while requests follow each other, so that one read serves many small
 * entries. The bytes handed out are a view on a buffer that later requests share, or fill again.
 */
export function readAhead(file: RandomAccess): ReadRange {
  let held: Uint8Array = new Uint8Array(0)
  let from = 0
  let expected = -1
  let ahead = 0
  // Filled again and again: of new buffers two dozen lay about before the collector came.
  let block: Uint8Array | undefined
  const fill = (offset: number, length: number): Uint8Array | Promise<Uint8Array> => {
    if (file.readInto === undefined || length > largest) return file.read(offset, length)
    if (block === undefined || block.length < length) block = new Uint8Array(length)
    const bytes = block.subarray(0, length)
    // Until it is filled nobody may take it for what it held.
    held = bytes.subarray(0, 0)
    file.readInto(bytes, offset)
    return bytes
  }
  const keep = (offset: number, bytes: Uint8Array, length: number): Uint8Array => {
    if (bytes.length <= largest) {
      held = bytes
      from = offset
    }
    return bytes.length === length ? bytes : bytes.subarray(0, length)
  }
  return (offset, length) => {
    const near = offset >= expected && offset - expected < smallest
    expected = offset + length
    const start = offset - from
    if (start >= 0 && start + length <= held.length) return held.subarray(start, start + length)
    ahead = near ? Math.min(Math.max(ahead * 2, smallest), largest) : 0
    const bytes = fill(offset, Math.min(Math.max(length, ahead), file.size - offset))
    return bytes instanceof Promise
      ? bytes.then((read) => keep(offset, read, length))
      : keep(offset, bytes, length)
  }
}
