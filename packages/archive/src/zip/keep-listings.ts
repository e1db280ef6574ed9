import type { Directory } from './directory.ts'
import { recordEnd } from './records.ts'

/** The archive with a directory of only some of its entries, named by where their records begin. */
export function keepListings(
  bytes: Uint8Array,
  { place, records }: Directory,
  starts: Uint32Array,
): Uint8Array {
  const endOf = (start: number): number => recordEnd(records, start) ?? start
  const size = starts.reduce((sum, start) => sum + endOf(start) - start, 0)
  const kept = new Uint8Array(place.offset + size + endSize)
  kept.set(bytes.subarray(0, place.offset))
  let at = place.offset
  for (const start of starts) {
    kept.set(records.bytes.subarray(start, endOf(start)), at)
    at += endOf(start) - start
  }
  writeEnd(new DataView(kept.buffer, at), {
    at,
    entries: starts.length,
    size,
    offset: place.offset - place.prefix,
  })
  return kept
}

/** A zip64 end record, its locator and a plain end record that refers to them. */
const endSize = 56 + 20 + 22

function writeEnd(
  view: DataView,
  end: {
    readonly at: number
    readonly entries: number
    readonly size: number
    readonly offset: number
  },
): void {
  view.setUint32(0, 0x06064b50, true)
  view.setBigUint64(4, 44n, true)
  view.setUint16(12, 45, true)
  view.setUint16(14, 45, true)
  view.setBigUint64(24, BigInt(end.entries), true)
  view.setBigUint64(32, BigInt(end.entries), true)
  view.setBigUint64(40, BigInt(end.size), true)
  view.setBigUint64(48, BigInt(end.offset), true)
  view.setUint32(56, 0x07064b50, true)
  view.setBigUint64(64, BigInt(end.at), true)
  view.setUint32(72, 1, true)
  view.setUint32(76, 0x06054b50, true)
  for (const at of [84, 86]) view.setUint16(at, 0xffff, true)
  for (const at of [88, 92]) view.setUint32(at, 0xffffffff, true)
}
