import { viewOf } from './end.ts'
import type { Listing } from './records.ts'

/**
 * Where the data of an entry begins in the file: the local header may be longer than the directory says. Half a
 * sentence when it is not there, or does not end before `end`, where something else begins.
 */
export function dataPlace(header: Uint8Array, listing: Listing, end: number): number | string {
  const { offset, compressedSize } = listing
  const view = viewOf(header)
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) {
    return `no local header lies at byte ${offset}`
  }
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  if (start + compressedSize <= end) return start
  return `its ${compressedSize} bytes run into what follows at byte ${end}`
}
