import type { RandomAccess } from '@labelport/format'
import { openTurns } from '../turns.ts'
import { crc32 } from './codec.ts'
import { type DirectoryPlace, findDirectory, safeNumber, viewOf } from './end.ts'
import type { Limits } from './limits.ts'
import { asciiName, decodeName, type EntryName } from './name.ts'
import { refusalError } from './refusal.ts'

/** What the directory tells of one entry. */
export interface Listing extends EntryName {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  /** Of the local header, from the beginning of the file. */
  readonly offset: number
  /** Length of the name in bytes. */
  readonly nameLength: number
  /** File type and permissions; 0 when the zip was not made on a Unix system. */
  readonly unixMode: number
  /** The listing's own bytes in the directory. */
  readonly recordStart: number
  readonly recordEnd: number
}

/** A directory as it was read. */
export interface Directory {
  readonly place: DirectoryPlace
  readonly bytes: Uint8Array
  readonly listings: readonly Listing[]
}

/** Reads the directory of a zip. Throws FormatError when it cannot be read or is larger than allowed. */
export async function readDirectory(
  file: RandomAccess,
  name: string,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Directory> {
  const place = await findDirectory(file, name)
  const tooMany = (count: number): Error => {
    const message = `The archive has ${count} entries; at most ${limits.entries} are allowed.`
    return refusalError(name, { code: 'archive/too-many-entries', message })
  }
  if (place.entries > limits.entries) throw tooMany(place.entries)
  if (place.size > 2 ** 30) throw tooMany(Math.floor(place.size / 46))
  const bytes = await file.read(place.offset, place.size)
  const view = viewOf(bytes)
  const ascii = asciiOf(bytes)
  const listings: Listing[] = []
  const turn = openTurns(signal)
  let at = 0
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const end = at + 46 + lengthOf(view, at)
    if (end > bytes.length) break
    listings.push(readListing({ bytes, view, ascii, prefix: place.prefix }, at, end))
    if (listings.length > limits.entries) throw tooMany(listings.length)
    at = end
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  const whole = place.zip64 ? listings.length : listings.length % 0x10000
  if (whole !== place.entries) {
    const message = `The directory is damaged: it should list ${place.entries} entries and lists ${listings.length}.`
    throw refusalError(name, { code: 'archive/damaged-directory', message })
  }
  return { place, bytes, listings }
}

/** Bytes as text, right where they are ASCII, as nearly all names are: slices of long strings cost a twentieth of decoding each. */
function asciiOf(bytes: Uint8Array): (start: number, end: number) => string {
  const decoder = new TextDecoder('latin1')
  let text = ''
  let from = 0
  return (start, end) => {
    if (end > from + text.length) {
      from = start
      text = decoder.decode(bytes.subarray(from, from + 2 ** 20))
    }
    return text.slice(start - from, end - from)
  }
}

function lengthOf(view: DataView, at: number): number {
  return (
    view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  )
}

interface Records {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly ascii: (start: number, end: number) => string
  readonly prefix: number
}

function readListing(records: Records, at: number, end: number): Listing {
  const { view, prefix } = records
  const nameLength = view.getUint16(at + 28, true)
  const nameEnd = at + 46 + nameLength
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const flags = view.getUint16(at + 8, true)
  const system = view.getUint8(at + 5)
  const sizes = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  if (extraEnd > nameEnd) readZip64Sizes(view, nameEnd, extraEnd, sizes)
  const { path, otherPath, sound } = readName(records, at + 46, nameEnd, extraEnd, flags)
  return {
    path,
    otherPath,
    sound,
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize: sizes.compressedSize,
    size: sizes.size,
    offset: sizes.offset + prefix,
    nameLength,
    unixMode: system === 3 || system === 19 ? view.getUint16(at + 40, true) : 0,
    recordStart: at,
    recordEnd: end,
  }
}

function readName(
  { bytes, view, ascii }: Records,
  start: number,
  end: number,
  extraEnd: number,
  flags: number,
): EntryName {
  for (let at = start; at < end; at += 1) {
    if ((bytes[at] ?? 0) < 128) continue
    const raw = bytes.subarray(start, end)
    const unicodePath = readUnicodePath(view, end, extraEnd, raw)
    return decodeName(raw, (flags & 0x800) !== 0, unicodePath)
  }
  return asciiName(ascii(start, end))
}

/** The zip64 field holds only the numbers that did not fit, in this order. */
function readZip64Sizes(
  view: DataView,
  start: number,
  end: number,
  sizes: { size: number; compressedSize: number; offset: number },
): void {
  const [from, to] = findExtra(view, start, end, 0x0001)
  let field = from
  for (const key of ['size', 'compressedSize', 'offset'] as const) {
    if (sizes[key] !== 0xffffffff) continue
    if (field + 8 > to) return
    sizes[key] = safeNumber(view, field)
    field += 8
  }
}

/** Info-ZIP's UTF-8 name; it counts only while it belongs to the plain name, which its CRC-32 tells. */
function readUnicodePath(
  view: DataView,
  start: number,
  end: number,
  rawName: Uint8Array,
): Uint8Array | undefined {
  const [from, to] = findExtra(view, start, end, 0x7075)
  if (to - from < 5 || view.getUint8(from) !== 1) return undefined
  if (view.getUint32(from + 1, true) !== crc32(rawName)) return undefined
  return new Uint8Array(view.buffer, view.byteOffset + from + 5, to - from - 5)
}

/** Where the contents of an extra field lie; an empty range when there is none. */
function findExtra(
  view: DataView,
  start: number,
  end: number,
  id: number,
): readonly [number, number] {
  for (let at = start; at + 4 <= end; ) {
    const stop = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === id) return [at + 4, Math.min(stop, end)]
    at = stop
  }
  return [end, end]
}
