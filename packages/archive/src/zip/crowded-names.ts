import { finished, hashOf, step } from '../hash.ts'
import type { Turn } from '../turns.ts'
import type { Directory } from './directory.ts'
import { nameAt, type Records } from './records.ts'
import { foldName } from './unique-names.ts'

/** Tells whether another name may be the same as that of the record at `start`, or look alike. */
export type IsCrowded = (start: number) => boolean

/** Bits per name: of names that are all different, one of as many shares its bit with another. */
const bitsPerName = 32

/**
 * Finds the names that have to be compared with each other: those that share their bit. A table of all names takes some
 * hundred bytes for each of them, these bits take eight; that unlike names share one costs a comparison and nothing else.
 */
export async function crowdedNames(
  { records, starts }: Pick<Directory, 'records' | 'starts'>,
  turn: Turn,
): Promise<IsCrowded> {
  let bits = 1024
  while (bits < starts.length * bitsPerName && bits < 2 ** 31) bits *= 2
  const taken = new Uint32Array(bits / 32)
  const crowded = new Uint32Array(bits / 32)
  for (const start of starts) {
    const hash = hashAt(records, start) & (bits - 1)
    const word = hash >>> 5
    const bit = 1 << (hash & 31)
    if (((taken[word] ?? 0) & bit) !== 0) crowded[word] = (crowded[word] ?? 0) | bit
    else taken[word] = (taken[word] ?? 0) | bit
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  return (start) => {
    const hash = hashAt(records, start) & (bits - 1)
    return ((crowded[hash >>> 5] ?? 0) & (1 << (hash & 31))) !== 0
  }
}

const slash = 0x2f
const dot = 0x2e

/** The same for names that are one name on some systems. Nearly all are plain ASCII, and need not be decoded. */
function hashAt(records: Records, start: number): number {
  const { bytes, view } = records
  const end = start + 46 + view.getUint16(start + 28, true)
  let hash = 0
  let before = 0
  for (let at = start + 46; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    // Beyond ASCII, or with steps that are tidied away.
    if (byte > 127 || (byte === slash && (before === slash || before === dot))) {
      return hashOf(foldName(nameAt(records, start).path))
    }
    hash = step(hash, byte > 64 && byte < 91 ? byte + 32 : byte)
    before = byte
  }
  return finished(hash)
}
