import { FormatError } from './diagnostic.ts'
import { bytesOf, chunksOf, concat, type Source } from './source.ts'
import { firstBadByte, strictDecoder, unfinished } from './utf8.ts'

/**
 * The whole source as text. A byte order mark at the start is taken off.
 * Throws FormatError `<format>/not-utf-8` with the first bad byte; nothing is guessed or replaced. Throws FormatError
 * `engine/text-too-long` when it is longer than a string may be.
 */
export async function textOfSource(
  source: Source,
  format: string,
  signal?: AbortSignal,
): Promise<string> {
  return (
    textAtHand(source, signal) ?? decodeUtf8(await bytesOf(source, signal), source.path, format)
  )
}

/** The text of a source that was decoded already, without a byte order mark; undefined when it was not. */
export function textAtHand(source: Source, signal?: AbortSignal): string | undefined {
  signal?.throwIfAborted()
  const text = source.text?.()
  return text === undefined ? undefined : withoutMark(text)
}

/** The text without the byte order mark it may begin with. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** Of V8, in UTF-16 code units. Others hold more. */
const longestString = 2 ** 29 - 24

/** Shared: each call without `stream` starts afresh, also after one that threw. */
const strict = strictDecoder()

/** Decodes UTF-8 strictly; see `textOfSource`. */
export function decodeUtf8(bytes: Uint8Array, path: string, format: string): string {
  try {
    return withoutMark(strict.decode(bytes))
  } catch (cause) {
    if (bytes.length > longestString) throw tooLong(path, bytes.length, cause)
    throw notUtf8(path, format, firstBadByte(bytes), cause)
  }
}

/** What bytes decode to, with the byte order mark if there is one; undefined when they are not UTF-8. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** Longer chunks are decoded in pieces: their text stays below what V8 calls a large object, and dies young. */
const pieceBytes = 1 << 15

/**
 * The source as text, piece by piece, without a byte order mark. Characters cut between two chunks are
 * put together. Throws like `textOfSource`.
 */
export async function* textChunksOf(
  source: Source,
  format: string,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  signal?.throwIfAborted()
  const known = source.text?.()
  if (known !== undefined) {
    if (known !== '') yield withoutMark(known)
    return
  }
  const decoder = strictDecoder()
  let read = 0
  let first = true
  let pending: Uint8Array = new Uint8Array(0)
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch (cause) {
      const bad = firstBadByte(concat(chunk === undefined ? [pending] : [pending, chunk]))
      throw notUtf8(source.path, format, read - pending.length + bad, cause)
    }
  }
  for await (const chunk of chunksOf(source, signal)) {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      const piece = chunk.subarray(from, from + pieceBytes)
      const text = decode(piece)
      read += piece.length
      pending = unfinished(piece.length < 4 ? concat([pending, piece]) : piece)
      if (text === '') continue
      yield first ? withoutMark(text) : text
      first = false
    }
  }
  const rest = decode(undefined)
  if (rest !== '') yield rest
}

/**
 * The beginning of a file that holds a text. Readers take a byte order mark off, so a text that begins with
 * one of its own gets another.
 */
export function fileStart(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? `\ufeff${text}` : text
}

/** A line of text and its number from 1. The line feed is not part of it; a carriage return is. */
export interface Line {
  readonly text: string
  readonly number: number
}

/** The lines of a source, cut at line feeds only. A last line without one counts. */
export async function* linesOf(
  source: Source,
  format: string,
  signal?: AbortSignal,
): AsyncGenerator<Line> {
  for await (const lines of lineBatchesOf(source, format, signal)) yield* lines
}

const batchLines = 1000

/** Like `linesOf`, some lines at once, for readers of millions: no line is waited for on its own. */
export async function* lineBatchesOf(
  source: Source,
  format: string,
  signal?: AbortSignal,
): AsyncGenerator<readonly Line[]> {
  let carry = ''
  let number = 1
  for await (const chunk of textChunksOf(source, format, signal)) {
    let lines: Line[] = []
    let from = 0
    for (let to = chunk.indexOf('\n'); to !== -1; to = chunk.indexOf('\n', from)) {
      lines.push({ text: carry + chunk.slice(from, to), number })
      carry = ''
      from = to + 1
      number += 1
      if (lines.length < batchLines) continue
      yield lines
      lines = []
    }
    carry += chunk.slice(from)
    if (lines.length > 0) yield lines
  }
  if (carry !== '') yield [{ text: carry, number }]
}

function notUtf8(path: string, format: string, byte: number, cause: unknown): FormatError {
  const message = `The file is not UTF-8: byte ${byte} cannot be decoded. Save it as UTF-8.`
  return new FormatError(
    { severity: 'error', code: `${format}/not-utf-8`, message, place: { path, byte } },
    { cause },
  )
}

function tooLong(path: string, bytes: number, cause: unknown): FormatError {
  const message = `The file has ${bytes} bytes, and its format is read whole, which takes a text of ${longestString} characters at most. Export it in smaller files, or in a format that is read piece by piece.`
  return new FormatError(
    { severity: 'error', code: 'engine/text-too-long', message, place: { path } },
    { cause },
  )
}
