import { openComponents } from '../near/components.ts'
import { linkNear } from '../near/link-near.ts'
import { type Signature, signatureLength } from '../near/signature.ts'
import { compareSignatures } from '../near/signature-text.ts'
import { openPrintSet } from '../sieve/print-set.ts'
import { numberOfFingerprint } from './hash.ts'

/** Files, texts and signatures, and which of them belong together. */
export interface SurveyThings {
  /** The thing of a fingerprint. */
  of(type: 'file' | 'text', fingerprint: string): number
  ofSignature(signature: Signature): number
  join(one: number, other: number): void
  /** Joins the signatures that are alike. */
  joinNear(threshold: number): void
  componentOf(thing: number): number
}

/** Opens an empty collection. Things are numbers; what they are of is held as bytes, at 9 and 128 each. */
export function openSurveyThings(): SurveyThings {
  const components = openComponents()
  const keys = openPrintSet(9)
  const signatures = openPrintSet(signatureLength)
  const thingsOfKeys: number[] = []
  const thingsOfSignatures: number[] = []
  const thingAt = (things: number[], number: number): number => {
    // Numbers come in their order, so a new one is the next.
    if (number === things.length) things.push(components.add())
    return things[number] ?? 0
  }
  const key = new DataView(new ArrayBuffer(9))
  return {
    of(type, fingerprint) {
      const number = numberOfFingerprint(fingerprint)
      // The lower half first, for the first bytes are to be spread evenly.
      key.setUint32(0, number >>> 0, true)
      key.setUint32(4, Math.floor(number / 2 ** 32), true)
      key.setUint8(8, type === 'file' ? 0 : 1)
      return thingAt(thingsOfKeys, keys.numberOf(new Uint8Array(key.buffer)))
    },
    ofSignature: (signature) => thingAt(thingsOfSignatures, signatures.numberOf(signature)),
    join: components.join,
    joinNear(threshold) {
      // In their own order, so that it does not matter in which order documents came.
      const sorted = Uint32Array.from(thingsOfSignatures.keys()).sort((a, b) =>
        compareSignatures(signatures.at(a), signatures.at(b)),
      )
      const thing = (at: number): number => thingsOfSignatures[sorted[at] ?? 0] ?? 0
      linkNear(
        { length: sorted.length, at: (at) => signatures.at(sorted[at] ?? 0) },
        threshold,
        (one, other) => components.of(thing(one)) === components.of(thing(other)),
        (one, other) => components.join(thing(one), thing(other)),
      )
    },
    componentOf: components.of,
  }
}
