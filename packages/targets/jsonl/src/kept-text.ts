/** So many UTF-16 code units are turned into bytes at once. */
const chunkText = 256 * 1024

const encoder = new TextEncoder()

/** A text that grows: all but its end is kept as UTF-8, which no limit of strings holds back. */
export interface KeptText {
  /** Adds a piece, with the separator before it when it is not the first. No piece ends inside a character. */
  add(piece: string): void
  /** The text from its beginning; an end too short to be turned into bytes is a string. */
  pieces(): Generator<string | Uint8Array>
}

/** Opens a text without any piece. */
export function keptText(separator: string): KeptText {
  const chunks: Uint8Array[] = []
  let end = ''
  let isEmpty = true
  return {
    add(piece) {
      end += isEmpty ? piece : separator + piece
      isEmpty = false
      if (end.length < chunkText) return
      chunks.push(encoder.encode(end))
      end = ''
    },
    *pieces() {
      yield* chunks
      if (end !== '') yield end
    },
  }
}
