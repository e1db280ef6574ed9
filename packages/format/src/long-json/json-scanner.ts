import { strictDecoder } from '../utf8.ts'
import type { ByteWindow } from './byte-window.ts'
import { skipSpace, valueEnd } from './value-end.ts'

/** A run of whole elements of one list, with the commas between them. */
export interface ListPiece {
  /** In bytes of the file. */
  readonly from: number
  readonly to: number
  /** The index of its first element. */
  readonly first: number
  readonly count: number
}

/** A list that is gone through. */
export interface ListScan {
  /** Elements are put together until they have so many bytes. */
  readonly pieceBytes: number
  /** A piece ends before every element whose index is a multiple. Absent means that only bytes count. */
  readonly pieceElements?: number
  /** Like `valueEnd`, for a scan that looks for more on the way. */
  elementEnd(bytes: Uint8Array, from: number, to: number): number
  /** Is given each element that was found; `piece` counts from 0. */
  take(bytes: Uint8Array, from: number, to: number, piece: number): void
}

/** So much may stand outside of the lists. In bytes. */
export const longestRest = 2 ** 24

const comma = 0x2c
const openBracket = 0x5b
const closeBracket = 0x5d

/** It cannot be told where things are in a file. */
export class NoOutline extends Error {}

/** Steps over a window. Everything that is no step throws NoOutline. */
export interface Scanner {
  skipByteOrderMark(): Promise<void>
  /** The next byte that is no white space, which stays; undefined at the end. */
  next(): Promise<number | undefined>
  /** Steps over this byte. */
  expect(byte: number): Promise<void>
  /** Steps over a value and gives its text. */
  value(): Promise<string>
  list(scan: ListScan): Promise<readonly ListPiece[]>
}

/** Begins where the window does. */
export function scannerOf(window: ByteWindow): Scanner {
  const grow = async (): Promise<void> => {
    if (!(await window.more())) throw new NoOutline()
  }
  const next: Scanner['next'] = async () => {
    for (;;) {
      window.release(skipSpace(window.bytes, window.start, window.end))
      if (window.start < window.end) return window.bytes[window.start]
      if (!(await window.more())) return undefined
    }
  }
  const expect: Scanner['expect'] = async (byte) => {
    if ((await next()) !== byte) throw new NoOutline()
    window.release(window.start + 1)
  }
  return {
    next,
    expect,
    async skipByteOrderMark() {
      while (window.end - window.start < 3) await grow()
      const [first, second, third] = window.bytes.subarray(window.start)
      if (first === 0xef && second === 0xbb && third === 0xbf) window.release(window.start + 3)
    },
    async value() {
      await next()
      for (;;) {
        const to = valueEnd(window.bytes, window.start, window.end)
        if (to !== -1) {
          const text = textOf(window.bytes.subarray(window.start, to))
          window.release(to)
          return text
        }
        if (window.end - window.start > longestRest) throw new NoOutline()
        await grow()
      }
    },
    async list(scan) {
      await expect(openBracket)
      const pieces: ListPiece[] = []
      if ((await next()) === closeBracket) {
        await expect(closeBracket)
        return pieces
      }
      const elements = listSteps(window, scan, pieces)
      while (!elements.step()) await grow()
      await expect(closeBracket)
      return pieces
    },
  }
}

/** Goes through the elements of a list as far as the window reaches. */
function listSteps(window: ByteWindow, scan: ListScan, pieces: ListPiece[]) {
  const most = scan.pieceElements ?? Number.POSITIVE_INFINITY
  let index = 0
  let first = 0
  let from = window.offset
  let isBehindElement = false
  const closePiece = (to: number): void => {
    pieces.push({ from, to, first, count: index - first })
    first = index
  }
  return {
    /** Whether the end of the list was reached; otherwise it is to be called with more bytes. */
    step(): boolean {
      const { bytes, start, end, offset } = window
      const moved = offset - start
      let at = start
      let to = start
      for (;;) {
        at = skipSpace(bytes, at, end)
        if (at === end) break
        if (!isBehindElement) {
          const elementTo = scan.elementEnd(bytes, at, end)
          if (elementTo === -1) break
          if (elementTo === at) throw new NoOutline()
          if (index === first) from = moved + at
          scan.take(bytes, at, elementTo, pieces.length)
          index += 1
          at = elementTo
          to = elementTo
          isBehindElement = true
          const isFull = moved + at - from >= scan.pieceBytes
          if (isFull || index % most === 0) closePiece(moved + at)
        } else if (bytes[at] === comma) {
          at += 1
          isBehindElement = false
        } else if (bytes[at] === closeBracket) {
          if (index > first) closePiece(moved + to)
          break
        } else throw new NoOutline()
      }
      window.release(at)
      return isBehindElement && at < end
    },
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return strictDecoder().decode(bytes)
  } catch {
    throw new NoOutline()
  }
}
