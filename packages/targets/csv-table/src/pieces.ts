import type { Part } from '@labelport/format'

/** Texts of several files that are handed on in pieces of about this many UTF-16 code units. */
const chunkText = 1024 * 1024

/** Collects lines of several files. */
export interface Pieces {
  add(path: string, line: string): void
  /** The pieces that are long enough to be handed on. */
  full(): Iterable<Part>
  rest(): Iterable<Part>
}

/** Opens an empty collection. */
export function openPieces(): Pieces {
  const files = new Map<string, { lines: string[]; length: number }>()
  let isFull = false
  function* take(least: number): Generator<Part> {
    for (const [path, file] of files) {
      if (file.length < least || file.length === 0) continue
      const chunk = file.lines.join('')
      file.lines = []
      file.length = 0
      yield { path, chunk }
    }
  }
  return {
    add(path, line) {
      const file = files.get(path) ?? { lines: [], length: 0 }
      files.set(path, file)
      file.lines.push(line)
      file.length += line.length
      isFull ||= file.length >= chunkText
    },
    *full() {
      if (!isFull) return
      isFull = false
      yield* take(chunkText)
    },
    rest: () => take(1),
  }
}
