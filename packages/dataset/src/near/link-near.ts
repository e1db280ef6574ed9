import { bandKey, bandsFor } from './bands.ts'
import { bucketSize } from './near-buckets.ts'
import { type Signature, similarity } from './signature.ts'

/** Signatures in a row. */
export interface SignatureList {
  readonly length: number
  at(place: number): Signature
}

/**
 * Calls `link` for pairs of similar signatures, by their places in the list, so that everything similar is linked
 * at least through others. `linked` says that two are already; they are not compared then. One piece of the
 * signatures is looked at after the other, so nothing but a place is held for each signature.
 */
export function linkNear(
  signatures: SignatureList,
  threshold: number,
  linked: (one: number, other: number) => boolean,
  link: (one: number, other: number) => void,
): void {
  const bands = bandsFor(threshold)
  for (let band = 0; band < bands.count; band += 1) {
    const buckets = new Map<number, number[]>()
    for (let at = 0; at < signatures.length; at += 1) {
      const signature = signatures.at(at)
      const key = bandKey(signature, band, bands)
      const bucket = buckets.get(key)
      if (bucket === undefined) {
        buckets.set(key, [at])
        continue
      }
      for (const before of bucket) {
        if (linked(before, at)) continue
        if (similarity(signature, signatures.at(before)) >= threshold) link(before, at)
      }
      if (bucket.length < bucketSize) bucket.push(at)
    }
  }
}
