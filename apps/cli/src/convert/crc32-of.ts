import { chunksOf, type Source } from '@labelport/format'
import { zlibCodec } from '@labelport/node'

/** CRC-32 of the bytes of a file, which is read for it unless a zip has told. */
export async function crc32Of(source: Source, signal: AbortSignal): Promise<number> {
  if (source.crc32 !== undefined) return source.crc32
  let crc = 0
  for await (const chunk of chunksOf(source, signal)) crc = zlibCodec.crc32(chunk, crc)
  return crc
}
