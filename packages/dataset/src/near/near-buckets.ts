import type { ByteRows } from '../sieve/byte-rows.ts'
import { type Bands, bandKey } from './bands.ts'
import type { Signature } from './signature.ts'

/** Signatures that agree in one piece. */
export interface NearBuckets {
  /** The places of those that agree with this one; at most 64. */
  of(signature: Signature): readonly number[]
  /** Takes the last signature in. */
  takeLast(): void
}

/** How many signatures with an equal piece one is compared with, so that boilerplate does not cost its square. */
export const bucketSize = 64

/** Stands for a signature whose bucket is full. */
const notIn = 0xffff_ffff

/**
 * Opens the buckets of one piece of the signatures that are taken in. They are chains through two typed arrays: a map of
 * lists took five times the memory.
 */
export function openNearBuckets(taken: ByteRows, band: number, bands: Bands): NearBuckets {
  // Places are counted from 1; 0 ends a chain.
  let heads = new Uint32Array(64)
  let nexts = new Uint32Array(64)
  let count = 0
  const from = band * bands.rows
  const agree = (one: Signature, other: Signature): boolean => {
    for (let at = from; at < from + bands.rows; at += 1) if (one[at] !== other[at]) return false
    return true
  }
  const slotOf = (signature: Signature): number =>
    (bandKey(signature, band, bands) >>> 0) & (heads.length - 1)
  const of = (signature: Signature): readonly number[] => {
    const found: number[] = []
    for (let place = heads[slotOf(signature)] ?? 0; place !== 0; place = nexts[place - 1] ?? 0) {
      if (agree(signature, taken.at(place - 1))) found.push(place - 1)
    }
    return found
  }
  const link = (place: number): void => {
    const slot = slotOf(taken.at(place - 1))
    nexts[place - 1] = heads[slot] ?? 0
    heads[slot] = place
  }
  const grow = (): void => {
    const before = nexts
    heads = new Uint32Array(2 * before.length)
    nexts = new Uint32Array(2 * before.length)
    for (const [at, next] of before.entries()) {
      if (next === notIn) nexts[at] = notIn
      else link(at + 1)
    }
  }
  return {
    of,
    takeLast() {
      if (count === nexts.length) grow()
      count += 1
      if (of(taken.at(count - 1)).length < bucketSize) link(count)
      else nexts[count - 1] = notIn
    },
  }
}
