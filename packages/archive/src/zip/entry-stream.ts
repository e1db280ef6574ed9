import { FormatError, type RandomAccess } from '@labelport/format'
import type { Codec } from './codec.ts'
import { damagedEntry, wrongCrc } from './damage.ts'
import type { SoundListing } from './sift.ts'

const pieceSize = 256 * 1024

/** What a stream over an entry needs. */
export interface StreamedEntry {
  readonly file: RandomAccess
  readonly codec: Codec
  readonly listing: SoundListing
  /** Finds the first byte of the data. */
  readonly locate: () => Promise<number>
}

/** The bytes of an entry piece by piece; size and CRC-32 are checked on the way. */
export function entryStream(entry: StreamedEntry): ReadableStream<Uint8Array> {
  const { codec, listing } = entry
  const { path } = listing.name
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  let size = 0
  let crc = 0
  const next = async (): Promise<ReadableStreamReadResult<Uint8Array>> => {
    reader ??= inflated(entry).getReader()
    try {
      return await reader.read()
    } catch (cause) {
      if (FormatError.is(cause)) throw cause
      throw damagedEntry(path, 'its compressed data does not make sense', cause)
    }
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await next()
        if (!done) {
          size += value.length
          crc = codec.crc32(value, crc)
          if (size <= listing.size) return controller.enqueue(value)
          await reader?.cancel()
          throw damagedEntry(path, `it gives more than the ${listing.size} bytes declared`)
        }
        if (size !== listing.size) {
          throw damagedEntry(path, `it gives ${size} bytes and should give ${listing.size}`)
        }
        if (crc !== listing.crc) throw wrongCrc(path, listing.crc, crc)
        controller.close()
      },
      async cancel() {
        await reader?.cancel()
      },
    },
    { highWaterMark: 0 },
  )
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
