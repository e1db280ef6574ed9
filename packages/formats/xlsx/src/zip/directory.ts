import { FormatError } from '@labelport/format'

/** A part of a workbook, as the directory of the zip describes it. */
export interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Of the local header, from the first byte of the file. */
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
/** Parts of workbooks are dozens; more is no workbook. */
const mostEntries = 10_000
const mostBytes = 2 ** 31
/** Sheets of equal rows reach some hundred; deflate itself ends at 1032. */
const highestRatio = 400
const ratioMatters = 64 * 2 ** 20

/** The parts of a workbook by name, in lower case: names of parts do not differ in case alone. */
export function directoryOf(bytes: Uint8Array, path: string): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) throw notAZip(path, 'Found no directory of a zip at its end.')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostEntries) throw tooLarge(path, `${count} parts`)
  const entries = new Map<string, Entry>()
  const decoder = new TextDecoder()
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) {
      throw notAZip(path, `Entry ${index + 1} of its directory is damaged.`)
    }
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    if ((view.getUint16(at + 8, true) & 1) === 1) throw notAZip(path, 'It is encrypted.')
    total += entry.size
    const ratio = entry.size / Math.max(1, entry.packedSize)
    if (total > mostBytes) throw tooLarge(path, `more than ${mostBytes} bytes unpacked`)
    if (ratio > highestRatio && entry.size > ratioMatters) {
      throw tooLarge(path, `"${name}" unpacks to ${entry.size} bytes, ${Math.round(ratio)} fold`)
    }
    entries.set(normalName(name), entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** A name of a part as it is compared: without a leading slash, in lower case. */
export function normalName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/** The file is no zip, or a damaged one. */
export function notAZip(path: string, found: string, cause?: unknown): FormatError {
  const message = `The file is no workbook that can be read: it should be a zip. ${found}`
  return new FormatError(
    { severity: 'error', code: 'xlsx/not-a-zip', message, place: { path } },
    { cause },
  )
}

/** The file would unpack to more than any export. */
export function tooLarge(path: string, found: string): FormatError {
  const message = `The workbook is refused because it could exhaust the memory: found ${found}.`
  return new FormatError({ severity: 'error', code: 'xlsx/too-large', message, place: { path } })
}

/** The end record stands in the last 64 KB, before a comment. */
function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return undefined
}
