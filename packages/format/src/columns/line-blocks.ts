import { bytesOf, chunksOf, concat, type Source } from '../source.ts'

/** Up to this size a file is taken as a whole, which is faster than a stream. */
const smallFile = 1 << 20
const lineFeed = 10

/**
 * The bytes of a source in blocks that end at a line feed, a byte order mark taken off. A file whose last
 * line lacks its line feed gets one.
 */
export async function* lineBlocks(
  source: Source,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const small = source.size !== undefined && source.size <= smallFile
  const chunks = small ? [await bytesOf(source, signal)] : slices(chunksOf(source, signal))
  let pieces: Uint8Array[] = []
  let begun = false
  const begin = (block: Uint8Array): Uint8Array => {
    const first = begun ? block : withoutMark(block)
    begun = true
    return first
  }
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineFeed) + 1
    if (end === 0) {
      pieces.push(chunk)
      continue
    }
    // Only the line that was cut is copied.
    const cut = pieces.length > 0 ? chunk.indexOf(lineFeed) + 1 : 0
    if (cut > 0) yield begin(concat([...pieces, chunk.subarray(0, cut)]))
    if (cut < end) yield begin(chunk.subarray(cut, end))
    pieces = end < chunk.length ? [chunk.subarray(end)] : []
  }
  const rest = concat(pieces)
  const last = begin(rest)
  if (last.length > 0) yield concat([last, Uint8Array.of(lineFeed)])
}

/** Memory sources come as one chunk; smaller ones keep few rows in flight at a time. */
async function* slices(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += smallFile) {
      yield chunk.subarray(from, from + smallFile)
    }
  }
}

function withoutMark(block: Uint8Array): Uint8Array {
  const marked = block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf
  return marked ? block.subarray(3) : block
}
