import { type Bands, bandKey, bandsFor } from './bands.ts'
import { type Signature, similarity } from './signature.ts'

/** Finds signatures that are like one given before. */
export interface NearIndex {
  /** Whether a signature is like an earlier one; if not, it is taken in. */
  resembles(signature: Signature): boolean
}

/** Opens an empty index; similar is what reaches the threshold. About a kilobyte for each signature taken in. */
export function openNearIndex(threshold: number): NearIndex {
  const bands = bandsFor(threshold)
  const taken: Signature[] = []
  const buckets = Array.from({ length: bands.count }, () => new Map<number, number[]>())
  return {
    resembles(signature) {
      for (const [band, bucket] of buckets.entries()) {
        for (const at of bucket.get(bandKey(signature, band, bands)) ?? []) {
          const other = taken[at]
          if (other !== undefined && similarity(signature, other) >= threshold) return true
        }
      }
      takeIn(signature, taken, buckets, bands)
      return false
    },
  }
}

function takeIn(
  signature: Signature,
  taken: Signature[],
  buckets: readonly Map<number, number[]>[],
  bands: Bands,
): void {
  for (const [band, bucket] of buckets.entries()) {
    const key = bandKey(signature, band, bands)
    const known = bucket.get(key)
    if (known === undefined) bucket.set(key, [taken.length])
    else if (known.length < bucketSize) known.push(taken.length)
  }
  taken.push(signature)
}

/** How many signatures with an equal piece one is compared with, so that boilerplate does not cost its square. */
export const bucketSize = 64
