import type { RandomAccess } from '@labelport/format'
import { checkedStream } from './checked-stream.ts'
import type { Codec } from './codec.ts'
import type { Listing } from './records.ts'

const pieceSize = 256 * 1024

/** What a stream over an entry needs. */
export interface StreamedEntry {
  readonly file: RandomAccess
  readonly codec: Codec
  readonly path: string
  readonly listing: Listing
  /** Finds the first byte of the data. */
  readonly locate: () => Promise<number>
}

/** The bytes of an entry piece by piece; size and CRC-32 are checked on the way. */
export function entryStream(entry: StreamedEntry): ReadableStream<Uint8Array> {
  const { codec, path, listing } = entry
  const { size, crc } = listing
  return checkedStream(() => inflated(entry), { path, size, crc, codec })
}

function inflated(entry: StreamedEntry): ReadableStream<Uint8Array> {
  const data = compressed(entry)
  if (entry.listing.method === 0) return data
  return data.pipeThrough(new DecompressionStream('deflate-raw'))
}

function compressed({
  file,
  listing,
  locate,
}: StreamedEntry): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = -1
  let left = listing.compressedSize
  return new ReadableStream(
    {
      async pull(controller) {
        if (at === -1) at = await locate()
        const length = Math.min(left, pieceSize)
        // Copied: what a file hands out may be a view on bytes that are shared.
        if (length > 0) controller.enqueue(new Uint8Array(await file.read(at, length)))
        at += length
        left -= length
        if (left === 0) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
