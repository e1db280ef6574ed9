import { crc32, inflateRawSync } from 'node:zlib'

/** Inflating and CRC-32 by Node's own zlib; fits where the archive package asks for a codec. */
export const zlibCodec = {
  inflateRaw(bytes: Uint8Array, size: number): Uint8Array {
    // One byte more than expected: zlib then stops without a second round, and "too many" is seen.
    return inflateRawSync(bytes, { chunkSize: Math.max(64, size + 1), maxOutputLength: size || 1 })
  },
  crc32: (bytes: Uint8Array, before?: number): number => crc32(bytes, before),
}
