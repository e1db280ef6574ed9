import { openByteRows } from '../sieve/byte-rows.ts'
import { bandsFor } from './bands.ts'
import { type NearBuckets, openNearBuckets } from './near-buckets.ts'
import { type Signature, signatureLength, similarity } from './signature.ts'

/** Finds signatures that are like one given before. */
export interface NearIndex {
  /** Whether a signature is like an earlier one; if not, it is taken in. */
  resembles(signature: Signature): boolean
}

/**
 * Opens an empty index; similar is what reaches the threshold. Takes the 128 bytes of each signature, 8 to 16 for each of
 * its pieces, of which there are 21 at a threshold of 0.8, and as much again while it grows.
 */
export function openNearIndex(threshold: number): NearIndex {
  const bands = bandsFor(threshold)
  const taken = openByteRows(signatureLength)
  const buckets: readonly NearBuckets[] = Array.from({ length: bands.count }, (_, band) =>
    openNearBuckets(taken, band, bands),
  )
  return {
    resembles(signature) {
      for (const bucket of buckets) {
        for (const at of bucket.of(signature)) {
          if (similarity(signature, taken.at(at)) >= threshold) return true
        }
      }
      taken.add(signature)
      for (const bucket of buckets) bucket.takeLast()
      return false
    },
  }
}
