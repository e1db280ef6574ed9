import type { Report } from '@labelport/format'
import type { Turn } from '../turns.ts'
import type { Directory } from './directory.ts'
import { listingAt, nameAt } from './records.ts'
import { type Refusal, refused } from './refusal.ts'

/** The entries of a zip that may be read, in the order of the directory. */
export interface SoundEntries {
  /** Where the record of each begins in the directory. */
  readonly starts: Uint32Array
  /** Where the bytes of each must end: where the next one or the directory begins, from the beginning of the file. */
  readonly ends: Float64Array
}

/** Finds the ends of entries. Of those that share bytes the first stays: fifty names for one body are a bomb. */
export async function endsOf(
  { records, place }: Omit<Directory, 'starts'>,
  starts: Uint32Array,
  { report, turn }: { readonly report: Report; readonly turn: Turn },
): Promise<SoundEntries> {
  const offsets = new Float64Array(starts.length)
  for (const [index, start] of starts.entries()) offsets[index] = listingAt(records, start).offset
  const apart = new Uint32Array(starts.length)
  const ends = new Float64Array(starts.length)
  let count = 0
  let taken = 0
  for (const start of byOffset(starts, offsets)) {
    const { offset, nameLength, compressedSize } = listingAt(records, start)
    const least = offset + 30 + nameLength + compressedSize
    if (offset >= taken && least <= place.offset) {
      if (count > 0) ends[count - 1] = offset
      apart[count] = start
      count += 1
      taken = least
    } else {
      report(refused(nameAt(records, start).path, offset < taken ? overlap : outside))
    }
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  if (count > 0) ends[count - 1] = place.offset
  return inDirectoryOrder({ starts: apart.subarray(0, count), ends: ends.subarray(0, count) })
}

/** Most archives list their entries as they lie. */
function byOffset(starts: Uint32Array, offsets: Float64Array): Uint32Array {
  if (isAscending(offsets)) return starts
  const order = placesBy(offsets)
  return order.map((index) => starts[index] ?? 0)
}

function inDirectoryOrder({ starts, ends }: SoundEntries): SoundEntries {
  if (isAscending(starts)) return { starts, ends }
  const order = placesBy(starts)
  return {
    starts: order.map((index) => starts[index] ?? 0),
    ends: Float64Array.from(order, (index) => ends[index] ?? 0),
  }
}

function isAscending(numbers: ArrayLike<number>): boolean {
  for (let at = 1; at < numbers.length; at += 1) {
    if ((numbers[at] ?? 0) < (numbers[at - 1] ?? 0)) return false
  }
  return true
}

/** The places of the numbers from the smallest up; of equal ones the first comes first. */
function placesBy(numbers: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: numbers.length }, (_, index) => index).sort(
    (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b,
  )
}

const overlap: Refusal = {
  code: 'archive/overlapping-entry',
  message: 'The entry shares bytes with another one; only the first is read.',
}

const outside: Refusal = {
  code: 'archive/damaged-entry',
  message: 'The entry should go on behind the beginning of the directory.',
}
