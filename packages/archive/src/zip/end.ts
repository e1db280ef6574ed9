import type { RandomAccess } from '@labelport/format'
import { type Refusal, refusalError } from './refusal.ts'

/** Where the directory of an archive lies. */
export interface DirectoryPlace {
  /** From the beginning of the file, in bytes. */
  readonly offset: number
  readonly size: number
  /** As declared; archives without zip64 count modulo 65,536. */
  readonly entries: number
  readonly zip64: boolean
  /** Bytes before the archive begins; every declared offset counts from there. */
  readonly prefix: number
}

const endSize = 22
const locatorSize = 20
const zip64EndSize = 56
/** First where an ordinary archive ends, then as far back as appended bytes may have pushed it. */
const searchSizes = [endSize + 0xffff, 2 ** 20]

/** Finds the directory from the end of the file. Throws FormatError when the file is no whole zip. */
export async function findDirectory(file: RandomAccess, name: string): Promise<DirectoryPlace> {
  if (file.size === 0) throw refusalError(name, emptyFile)
  for (const size of searchSizes) {
    const length = Math.min(size, file.size)
    const start = file.size - length
    const tail = viewOf(await file.read(start, length))
    for (let at = length - endSize; at >= 0; at -= 1) {
      if (tail.getUint32(at, true) !== 0x06054b50) continue
      if (at + endSize + tail.getUint16(at + 20, true) > length) continue
      const place = await readEnd(file, name, tail, at, start)
      if (place !== undefined) return place
    }
    if (length === file.size) break
  }
  throw refusalError(name, await whyNoZip(file))
}

const emptyFile: Refusal = {
  code: 'archive/empty-file',
  message: 'The file is empty; expected a zip. Download the export again.',
}

/** Undefined when the signature was found by chance and no end record is there. */
async function readEnd(
  file: RandomAccess,
  name: string,
  tail: DataView,
  at: number,
  start: number,
): Promise<DirectoryPlace | undefined> {
  const end = {
    disk: tail.getUint16(at + 4, true),
    entries: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
    at: start + at,
    zip64: false,
  }
  const larger = end.entries === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff
  const zip64 = larger ? await readZip64End(file, start + at) : undefined
  const { entries, size, offset, ...rest } = zip64 ?? end
  if (rest.disk !== 0 && rest.disk !== 0xffff) {
    const message = `The archive is number ${rest.disk + 1} of several; expected one file.`
    throw refusalError(name, { code: 'archive/split-archive', message })
  }
  const prefix = rest.at - size - offset
  // A gap between directory and end is legal: then the declared offset is right as it stands.
  for (const candidate of [prefix, 0]) {
    if (candidate < 0 || candidate + offset + size > rest.at) continue
    const found = { offset: offset + candidate, size, entries, zip64: rest.zip64 }
    if (size === 0 && entries === 0) return { ...found, prefix: candidate }
    if (size < 46) continue
    const signature = viewOf(await file.read(found.offset, 4)).getUint32(0, true)
    if (signature === 0x02014b50) return { ...found, prefix: candidate }
  }
  return undefined
}

interface Zip64End {
  readonly disk: number
  readonly entries: number
  readonly size: number
  readonly offset: number
  readonly at: number
  readonly zip64: true
}

async function readZip64End(file: RandomAccess, end: number): Promise<Zip64End | undefined> {
  if (end < locatorSize + zip64EndSize) return undefined
  const locator = viewOf(await file.read(end - locatorSize, locatorSize))
  if (locator.getUint32(0, true) !== 0x07064b50) return undefined
  const declared = safeNumber(locator, 8)
  // Right before the locator in nearly every archive, also when bytes were put before the archive.
  for (const at of [end - locatorSize - zip64EndSize, declared]) {
    if (at < 0 || at + zip64EndSize > end) continue
    const view = viewOf(await file.read(at, zip64EndSize))
    if (view.getUint32(0, true) !== 0x06064b50) continue
    return {
      disk: view.getUint32(16, true),
      entries: safeNumber(view, 32),
      size: safeNumber(view, 40),
      offset: safeNumber(view, 48),
      at,
      zip64: true,
    }
  }
  return undefined
}

async function whyNoZip(file: RandomAccess): Promise<Refusal> {
  const head = await file.read(0, Math.min(file.size, 200))
  const text = new TextDecoder().decode(head)
  if (/^\s*</.test(text)) {
    const found = JSON.stringify(text.trim().slice(0, 60))
    const message = `The file is a web page or an error message, not a zip: it begins with ${found}. Download the export again.`
    return { code: 'archive/web-page', message }
  }
  if (text.startsWith('PK\u0003\u0004')) {
    const message = `The zip is cut off: its directory should end the file, and ${file.size} bytes hold none. Download the export again.`
    return { code: 'archive/truncated', message }
  }
  const message = `The file is not a zip: it begins with ${JSON.stringify(text.slice(0, 8))}.`
  return { code: 'archive/not-a-zip', message }
}

/** A view on the bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** An unsigned number of eight bytes; beyond 2^53 infinity, which no check lets pass. */
export function safeNumber(view: DataView, at: number): number {
  const number = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)
  return Number.isSafeInteger(number) ? number : Number.POSITIVE_INFINITY
}
