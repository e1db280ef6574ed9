import type { Source } from '../source.ts'
import { textChunksOf } from '../text.ts'

/** In UTF-16 code units. A segment ends with a piece of text, and of short rows a long one holds thousands. */
const pieceLength = 1 << 14

/** The text of a table in pieces that hold few rows at once. Throws like `textChunksOf`. */
export async function* tableText(
  source: Source,
  format: string,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  for await (const text of textChunksOf(source, format, signal)) {
    for (let from = 0; from < text.length; from += pieceLength) {
      yield text.slice(from, from + pieceLength)
    }
  }
}
