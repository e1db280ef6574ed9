import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bandKey, bandsFor } from '../../src/near/bands.ts'
import { bucketSize } from '../../src/near/near-buckets.ts'
import { openNearIndex } from '../../src/near/near-index.ts'
import { type Signature, signatureLength, similarity } from '../../src/near/signature.ts'

/** The same as the index, as plainly as it can be said. */
function plainIndex(threshold: number) {
  const bands = bandsFor(threshold)
  const buckets = new Map<string, Signature[]>()
  const keysOf = (signature: Signature) =>
    Array.from({ length: bands.count }, (_, at) => `${at} ${bandKey(signature, at, bands)}`)
  return (signature: Signature): boolean => {
    const keys = keysOf(signature)
    const near = keys.flatMap((key) => buckets.get(key) ?? [])
    if (near.some((one) => similarity(one, signature) >= threshold)) return true
    for (const key of keys) {
      const bucket = buckets.get(key) ?? []
      if (bucket.length < bucketSize) bucket.push(signature)
      buckets.set(key, bucket)
    }
    return false
  }
}

it('an index finds what is alike, of those that share boilerplate the first ones only', () => {
  // The boilerplate makes nearly all agree in a piece, and none of them alike.
  const signatures = fc.array(
    fc.record({ seed: fc.nat(300), boilerplate: fc.boolean(), changed: fc.nat(60) }),
    { minLength: 150, maxLength: 400, size: 'max' },
  )
  fc.assert(
    fc.property(signatures, fc.constantFrom(0.5, 0.8, 0.95), (drafts, threshold) => {
      const index = openNearIndex(threshold)
      const plain = plainIndex(threshold)
      for (const { seed, boilerplate, changed } of drafts) {
        const signature = Uint8Array.from({ length: signatureLength }, (_, at) => {
          if (boilerplate && at < 20) return 7
          return Math.imul(at + 1, 2 * seed + 1 + (at > signatureLength - changed ? 512 : 0)) >>> 3
        })
        expect(index.resembles(signature)).toBe(plain(signature))
      }
    }),
    { numRuns: 20 },
  )
})
