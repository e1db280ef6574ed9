import { crc32 } from './codec.ts'
import { safeNumber, viewOf } from './end.ts'
import { asciiName, decodeName, type EntryName } from './name.ts'

/** The bytes of a directory, of which single records are decoded when they are needed. */
export interface Records {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** Bytes before the archive begins. */
  readonly prefix: number
}

/** What a record tells of its entry, but for the name. */
export interface Listing {
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
}

/** Records to be decoded. */
export function recordsOf(bytes: Uint8Array, prefix: number): Records {
  return { bytes, view: viewOf(bytes), prefix }
}

/** Where the record at `start` ends; undefined when none is there, or not all of it. */
export function recordEnd({ view }: Records, start: number): number | undefined {
  if (start + 46 > view.byteLength || view.getUint32(start, true) !== 0x02014b50) return undefined
  const name = view.getUint16(start + 28, true)
  const extra = view.getUint16(start + 30, true)
  const comment = view.getUint16(start + 32, true)
  const end = start + 46 + name + extra + comment
  return end > view.byteLength ? undefined : end
}

/** Decodes the record at `start`. */
export function listingAt({ view, prefix }: Records, start: number): Listing {
  const nameLength = view.getUint16(start + 28, true)
  const extra = view.getUint16(start + 30, true)
  const system = view.getUint8(start + 5)
  const sizes = {
    size: view.getUint32(start + 24, true),
    compressedSize: view.getUint32(start + 20, true),
    offset: view.getUint32(start + 42, true),
  }
  const nameEnd = start + 46 + nameLength
  if (extra > 0) readZip64Sizes(view, nameEnd, nameEnd + extra, sizes)
  return {
    flags: view.getUint16(start + 8, true),
    method: view.getUint16(start + 10, true),
    crc: view.getUint32(start + 16, true),
    compressedSize: sizes.compressedSize,
    size: sizes.size,
    offset: sizes.offset + prefix,
    nameLength,
    unixMode: system === 3 || system === 19 ? view.getUint16(start + 40, true) : 0,
  }
}

const latin1 = new TextDecoder('latin1')

/** Decodes the name in the record at `start`. */
export function nameAt({ bytes, view }: Records, start: number): EntryName {
  const nameStart = start + 46
  const nameEnd = nameStart + view.getUint16(start + 28, true)
  const raw = bytes.subarray(nameStart, nameEnd)
  for (let at = nameStart; at < nameEnd; at += 1) {
    if ((bytes[at] ?? 0) < 128) continue
    const extraEnd = nameEnd + view.getUint16(start + 30, true)
    const unicodePath = readUnicodePath(view, nameEnd, extraEnd, raw)
    return decodeName(raw, (view.getUint16(start + 8, true) & 0x800) !== 0, unicodePath)
  }
  return asciiName(latin1.decode(raw))
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
