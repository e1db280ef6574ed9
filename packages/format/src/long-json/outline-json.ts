import type { Source } from '../source.ts'
import { strictDecoder } from '../utf8.ts'
import { type ByteWindow, openWindow } from './byte-window.ts'
import { skipSpace, valueEnd } from './value-end.ts'

/** What is in a JSON object whose lists are too long to be held. */
export interface JsonOutline {
  /** The object with nothing in the lists that were asked for, as JSON. */
  readonly rest: string
  /** By key; a list that the object does not hold is missing. */
  readonly lists: ReadonlyMap<string, readonly ListPiece[]>
}

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
const longestRest = 2 ** 24

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

/**
 * Goes over the bytes of a JSON object once, without parsing or holding its lists. Undefined when it cannot be
 * told: the file is damaged or no object, the key of a list comes twice, or much else is in it. `within` is the key of
 * the object that holds the lists; absent where the file's own object does.
 */
export async function outlineJson(
  source: Source,
  lists: ReadonlyMap<string, ListScan>,
  signal?: AbortSignal,
  within?: string,
): Promise<JsonOutline | undefined> {
  const window = openWindow(source, signal)
  try {
    return await outlined(scannerOf(window), lists, within)
  } catch (error) {
    if (error instanceof NoOutline) return undefined
    throw error
  } finally {
    await window.close()
  }
}

class NoOutline extends Error {}

async function outlined(
  scanner: Scanner,
  lists: ReadonlyMap<string, ListScan>,
  within: string | undefined,
): Promise<JsonOutline> {
  const found = new Map<string, readonly ListPiece[]>()
  let length = 0
  const isLongRest = (text: string): boolean => {
    length += text.length
    return length > longestRest
  }
  const restOfList = async (name: string, scan: ListScan): Promise<string> => {
    found.set(name, await scanner.list(scan))
    return '[]'
  }
  const restOfHolder = (): Promise<string> =>
    restOfObject(scanner, isLongRest, (name, next) => {
      const scan = lists.get(name)
      if (scan === undefined) return undefined
      return next === openBracket ? () => restOfList(name, scan) : 'value'
    })
  await scanner.skipByteOrderMark()
  const rest =
    within === undefined
      ? await restOfHolder()
      : await restOfObject(scanner, isLongRest, (name, next) => {
          if (name !== within) return undefined
          return next === openBrace ? restOfHolder : 'value'
        })
  if ((await scanner.next()) !== undefined) throw new NoOutline()
  return { rest, lists: found }
}

/** How the value of a key is gone through that is looked for; undefined for all other keys. */
type Way = 'value' | (() => Promise<string>) | undefined

/** Goes through an object and gives it as JSON, with what the ways leave of the values they take. */
async function restOfObject(
  scanner: Scanner,
  isLongRest: (text: string) => boolean,
  wayOf: (name: string, next: number | undefined) => Way,
): Promise<string> {
  const members: string[] = []
  const seen = new Set<string>()
  await scanner.expect(openBrace)
  for (let next = await scanner.next(); next !== closeBrace; next = await scanner.next()) {
    if (members.length > 0) {
      await scanner.expect(comma)
      next = await scanner.next()
    }
    if (next !== quote) throw new NoOutline()
    const key = await scanner.value()
    await scanner.expect(colon)
    const name = nameOf(key)
    const way = wayOf(name, await scanner.next())
    // Of two members of one name the last counts, whatever the first is.
    if (way !== undefined && seen.has(name)) throw new NoOutline()
    seen.add(name)
    const value = typeof way === 'function' ? await way() : await scanner.value()
    if (isLongRest(key) || (typeof way !== 'function' && isLongRest(value))) throw new NoOutline()
    members.push(`${key}:${value}`)
  }
  await scanner.expect(closeBrace)
  return `{${members.join(',')}}`
}

function nameOf(key: string): string {
  try {
    return JSON.parse(key) as string
  } catch {
    throw new NoOutline()
  }
}

/** Steps over a window. Everything that is no step throws NoOutline. */
interface Scanner {
  skipByteOrderMark(): Promise<void>
  /** The next byte that is no white space, which stays; undefined at the end. */
  next(): Promise<number | undefined>
  /** Steps over this byte. */
  expect(byte: number): Promise<void>
  /** Steps over a value and gives its text. */
  value(): Promise<string>
  list(scan: ListScan): Promise<readonly ListPiece[]>
}

function scannerOf(window: ByteWindow): Scanner {
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
