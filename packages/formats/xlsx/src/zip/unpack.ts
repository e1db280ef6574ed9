import { crc32 } from './crc32.ts'
import { type Entry, notAZip, tooLarge } from './directory.ts'

const pieceLength = 1 << 16

/**
 * The bytes of a part, piece by piece. Throws FormatError when they are damaged: longer or shorter than
 * the directory says, or with another check sum.
 */
export async function* unpack(
  bytes: Uint8Array,
  entry: Entry,
  path: string,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry, path)
  let length = 0
  let crc = 0
  try {
    for await (const piece of entry.method === 0 ? slices(packed) : inflated(packed)) {
      signal?.throwIfAborted()
      length += piece.length
      if (length > entry.size) throw tooLarge(path, `"${entry.name}" longer than it says`)
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (cause) {
    // Engines report damaged data as a TypeError.
    if (cause instanceof TypeError)
      throw notAZip(path, `"${entry.name}" cannot be unpacked.`, cause)
    throw cause
  }
  if (length !== entry.size || crc !== entry.crc) {
    throw notAZip(path, `"${entry.name}" is damaged: its length or check sum is wrong.`)
  }
}

function packedBytes(bytes: Uint8Array, entry: Entry, path: string): Uint8Array {
  const { offset, packedSize, name, method } = entry
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = offset + 30 <= bytes.length && view.getUint32(offset, true) === 0x04034b50
  if (!whole) throw notAZip(path, `"${name}" is not where the directory says.`)
  if (method !== 0 && method !== 8) throw notAZip(path, `"${name}" is packed by method ${method}.`)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > bytes.length) throw notAZip(path, `"${name}" is cut off.`)
  return bytes.subarray(start, start + packedSize)
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength)
}

async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const source = new ReadableStream<BufferSource>({
    start(controller) {
      controller.enqueue(new Uint8Array(packed))
      controller.close()
    },
  })
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // A stream that failed fails again when it is cancelled.
    await reader.cancel().catch(() => {})
  }
}
