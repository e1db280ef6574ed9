import { crc32, gunzipSync, inflateRawSync } from 'node:zlib'

/** Inflating and CRC-32 by Node's own zlib; fits where the archive package asks for a codec. */
export const zlibCodec = {
  inflateRaw(bytes: Uint8Array, size: number): Uint8Array {
    // One byte more than expected: zlib then stops without a second round, and "too many" is seen.
    return inflateRawSync(bytes, { chunkSize: Math.max(64, size + 1), maxOutputLength: size || 1 })
  },
  inflateRawAll(all: readonly Packed[]): readonly Uint8Array[] | undefined {
    const size = all.reduce((sum, one) => sum + one.size, 0)
    try {
      const options = { chunkSize: Math.max(64, size + 1), maxOutputLength: size || 1 }
      const bytes = gunzipSync(gzipOf(all), options)
      return bytes.length === size ? cut(bytes, all) : undefined
    } catch {
      return undefined
    }
  },
  crc32: (bytes: Uint8Array, before?: number): number => crc32(bytes, before),
}

interface Packed {
  readonly bytes: Uint8Array
  readonly size: number
  readonly crc: number
}

/** A gzip of one member for each: the one kind of file of which zlib unpacks many without being set up anew. */
function gzipOf(all: readonly Packed[]): Uint8Array {
  const length = all.reduce((sum, { bytes }) => sum + 10 + bytes.length + 8, 0)
  const gzip = Buffer.allocUnsafe(length)
  let at = 0
  for (const { bytes, size, crc } of all) {
    // The magic number, "deflate", and nothing else: no name, no time.
    gzip.writeUInt32LE(0x00088b1f, at)
    gzip.writeUInt32LE(0, at + 4)
    gzip.writeUInt16LE(0xff00, at + 8)
    gzip.set(bytes, at + 10)
    at += 10 + bytes.length
    gzip.writeUInt32LE(crc, at)
    gzip.writeUInt32LE(size, at + 4)
    at += 8
  }
  return gzip
}

function cut(bytes: Uint8Array, all: readonly Packed[]): readonly Uint8Array[] {
  let end = 0
  return all.map(({ size }) => {
    end += size
    return bytes.subarray(end - size, end)
  })
}
