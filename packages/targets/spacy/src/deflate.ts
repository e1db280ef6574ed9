import { Zlib } from 'fflate'

/** Compresses pieces into one zlib stream. The same pieces give the same bytes on every engine. */
export function* deflated(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zlib = new Zlib((chunk) => {
    if (chunk.length > 0) ready.push(chunk)
  })
  for (const batch of batched(pieces)) {
    zlib.push(batch)
    yield* ready
    ready = []
  }
  zlib.push(new Uint8Array(), true)
  yield* ready
}

const batchBytes = 64 * 1024

/** Most pieces are a few bytes; the compressor does better with more at once. */
function* batched(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let batch = new Uint8Array(batchBytes)
  let used = 0
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + batchBytes - used)
      batch.set(part, used)
      used += part.length
      from += part.length
      if (used < batchBytes) continue
      yield batch
      batch = new Uint8Array(batchBytes)
      used = 0
    }
  }
  if (used > 0) yield batch.subarray(0, used)
}
