import type { Report } from '@labelport/format'
import type { Turn } from '../turns.ts'
import type { Directory, Memory } from './directory.ts'
import { listingAt, nameAt } from './records.ts'
import { type Refusal, refused } from './refusal.ts'

/** The entries of a zip that may be read, in the order of the directory. */
export interface SoundEntries {
  /** Where the record of each begins in the directory. */
  readonly starts: Uint32Array
  /** Where the bytes of each must end: where the next one or the directory begins, from the beginning of the file. */
  readonly ends: Float64Array
}

/**
 * Finds the ends of entries. Of those that share bytes the first stays: fifty names for one body are a bomb.
 * The starts are sifted in place.
 */
export async function endsOf(
  { records, place }: Omit<Directory, 'starts'>,
  starts: Uint32Array,
  context: { readonly report: Report; readonly memory: Memory; readonly turn: Turn },
): Promise<SoundEntries> {
  const { report, memory, turn } = context
  await sortByOffset(starts, (start) => listingAt(records, start).offset, turn)
  const ends = new Float64Array(memory(starts.length * Float64Array.BYTES_PER_ELEMENT))
  let count = 0
  let taken = 0
  for (const start of starts) {
    const { offset, nameLength, compressedSize } = listingAt(records, start)
    const least = offset + 30 + nameLength + compressedSize
    if (offset >= taken && least <= place.offset) {
      if (count > 0) ends[count - 1] = offset
      starts[count] = start
      count += 1
      taken = least
    } else {
      report(refused(nameAt(records, start).path, offset < taken ? overlap : outside))
    }
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  if (count > 0) ends[count - 1] = place.offset
  const sound = { starts: starts.subarray(0, count), ends: ends.subarray(0, count) }
  sortByStart(sound)
  return sound
}

/** Nearly all archives list their entries as they lie, and need no list of offsets. */
async function sortByOffset(
  starts: Uint32Array,
  offsetOf: (start: number) => number,
  turn: Turn,
): Promise<void> {
  let last = 0
  let isOrdered = true
  for (const start of starts) {
    const offset = offsetOf(start)
    if (offset < last) isOrdered = false
    last = offset
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  if (isOrdered) return
  const offsets = Float64Array.from(starts, offsetOf)
  starts.set(placesBy(offsets).map((place) => starts[place] ?? 0))
}

/** Back to the order of the directory. */
function sortByStart({ starts, ends }: SoundEntries): void {
  if (starts.every((start, place) => start >= (starts[place - 1] ?? 0))) return
  const order = placesBy(starts)
  ends.set(Float64Array.from(order, (place) => ends[place] ?? 0))
  starts.sort()
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
