import { parseExactly } from '../exact-json.ts'
import { checkJson } from '../read-json.ts'
import type { Source } from '../source.ts'
import { strictDecoder } from '../utf8.ts'
import { openForward } from './forward-reader.ts'
import type { ListPiece } from './json-scanner.ts'

/** Parses pieces of a list, each behind the one before. */
export interface PieceReader {
  /** The elements of a piece. Throws FormatError `<format>/not-json` with the place in the file. */
  read(piece: ListPiece): Promise<readonly unknown[]>
  close(): Promise<void>
}

const openBracket = 0x5b
const closeBracket = 0x5d
const zero = 0x30
const nine = 0x39

/** Opens a reader of the pieces that an outline of the source gave. */
export function openPieces(source: Source, format: string, signal?: AbortSignal): PieceReader {
  const forward = openForward(source, signal)
  const decoder = strictDecoder()
  // The piece between brackets, so that its text need not be put together from three.
  let list = new Uint8Array(0)
  const elementsOf = (bytes: Uint8Array): unknown => {
    try {
      const text = decoder.decode(bytes)
      return mayHoldLongDigits(bytes) ? parseExactly(text) : JSON.parse(text)
    } catch {
      return undefined
    }
  }
  return {
    async read({ from, to, count }) {
      if (list.length < to - from + 2) list = new Uint8Array(to - from + 2)
      const length = await forward.copy(from, to, list, 1)
      list[0] = openBracket
      list[length + 1] = closeBracket
      const elements = elementsOf(list.subarray(0, length + 2))
      if (Array.isArray(elements) && elements.length === count) return elements
      // What a piece tells of its damage lacks the place, and there may be another before it.
      await checkJson(source, format, signal)
      throw new RangeError(`"${source.path}" is not what it was when it was outlined.`)
    },
    close: () => forward.close(),
  }
}

/** Whether there may be an integer of sixteen digits; looks at every sixteenth byte, like `parseExactly`. */
function mayHoldLongDigits(bytes: Uint8Array): boolean {
  for (let at = 15; at < bytes.length; at += 16) {
    if (!isDigit(bytes[at])) continue
    let from = at
    while (isDigit(bytes[from - 1])) from -= 1
    let to = at + 1
    while (to - from < 16 && isDigit(bytes[to])) to += 1
    if (to - from >= 16) return true
  }
  return false
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine
}
