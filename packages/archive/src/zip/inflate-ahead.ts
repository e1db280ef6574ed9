import type { Codec, Packed } from './codec.ts'
import { dataPlace } from './local-header.ts'
import type { ReadRange } from './read-ahead.ts'
import { type Listing, listingAt, type Records } from './records.ts'

/** The entries of an archive, and what it takes to unpack them. */
export interface Unpacking {
  readonly read: ReadRange
  readonly codec: Codec
  readonly records: Records
  /** Where the record of each entry begins. */
  readonly starts: Uint32Array
  /** Where the bytes of each must end. */
  readonly ends: Float64Array
}

/** The checked bytes of an entry; undefined when it has to be inflated by itself. */
export type InflateAhead = (index: number) => Uint8Array | undefined

/** In bytes, as they come out: of one entry, and of all that are inflated together. */
const smallEntry = 2 ** 14
const together = 2 ** 17
/** The most bytes of the file that they lie in. */
const longestRange = 2 ** 18

/**
 * Inflates small entries together while they are asked for one after the other: to set up zlib for one of 3 KB takes
 * as long as to inflate it. One with which something is wrong is left to be inflated by itself, which tells what it is.
 */
export function inflateAhead(archive: Unpacking): InflateAhead {
  let first = 0
  let held: (Uint8Array | undefined)[] = []
  let expected = -1
  let nextTry = 0
  return (index) => {
    const isNext = index === expected
    expected = index + 1
    if (!isNext) nextTry = 0
    if (held[index - first] === undefined && isNext && index >= nextTry) {
      const packed = packedFrom(index, archive)
      first = index
      held = packed.length < 2 ? [] : inflated(packed, archive)
      // Of those that cannot be inflated together, each would be tried with those behind it.
      nextTry = index + packed.length
    }
    const bytes = held[index - first]
    // Who asks again gets bytes of its own.
    if (bytes !== undefined) held[index - first] = undefined
    return bytes
  }
}

function inflated(
  packed: readonly Packed[],
  { codec }: Pick<Unpacking, 'codec'>,
): (Uint8Array | undefined)[] {
  const all = codec.inflateRawAll?.(packed) ?? []
  return packed.map(({ size, crc }, place) => {
    const bytes = all[place]
    return bytes?.length === size && codec.crc32(bytes) === crc ? bytes : undefined
  })
}

/** The small entries from one on, as far as they lie one behind the other. */
function packedFrom(index: number, archive: Unpacking): readonly Packed[] {
  const { read, ends } = archive
  const listings = smallFrom(index, archive)
  const [begin] = listings
  const end = ends[index + listings.length - 1]
  if (begin === undefined || end === undefined) return []
  const range = read(begin.offset, end - begin.offset)
  if (range instanceof Promise) return []
  const packed: Packed[] = []
  for (const listing of listings) {
    const { size, crc, compressedSize, offset } = listing
    const header = range.subarray(offset - begin.offset)
    const place = dataPlace(header, listing, ends[index + packed.length] ?? 0)
    if (typeof place === 'string') break
    const from = place - begin.offset
    packed.push({ bytes: range.subarray(from, from + compressedSize), size, crc })
  }
  return packed
}

function smallFrom(index: number, { records, starts, ends }: Unpacking): readonly Listing[] {
  const listings: Listing[] = []
  let least = 0
  let size = 0
  for (let at = index; at < starts.length; at += 1) {
    const listing = listingAt(records, starts[at] ?? 0)
    size += listing.size
    if (listing.method !== 8 || listing.size === 0) break
    if (listing.size > smallEntry || size > together || listing.offset < least) break
    if ((ends[at] ?? 0) - (listings[0] ?? listing).offset > longestRange) break
    least = listing.offset
    listings.push(listing)
  }
  return listings
}
