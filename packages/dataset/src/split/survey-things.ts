import { openComponents } from '../near/components.ts'
import { linkNear } from '../near/link-near.ts'
import type { Signature } from '../near/signature.ts'
import { signatureText } from '../near/signature-text.ts'

/** Files, texts and signatures, and which of them belong together. */
export interface SurveyThings {
  /** The thing of a key. */
  of(key: string): number
  /** The thing of a signature, and its text. */
  ofSignature(signature: Signature): { readonly thing: number; readonly key: string }
  join(one: number, other: number): void
  /** Joins the signatures that are alike. */
  joinNear(threshold: number): void
  componentOf(thing: number): number
}

/** Opens an empty collection. */
export function openSurveyThings(): SurveyThings {
  const components = openComponents()
  const numbers = new Map<string, number>()
  const signatures = new Map<string, { readonly signature: Signature; readonly thing: number }>()
  const of = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    const thing = components.add()
    numbers.set(key, thing)
    return thing
  }
  return {
    of,
    ofSignature(signature) {
      const key = signatureText(signature)
      const known = signatures.get(key)
      if (known !== undefined) return { thing: known.thing, key }
      const thing = components.add()
      signatures.set(key, { signature, thing })
      return { thing, key }
    },
    join: components.join,
    joinNear(threshold) {
      // In their own order, so that it does not matter in which order documents came.
      const sorted = [...signatures].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
      const thing = (at: number): number => sorted[at]?.thing ?? 0
      linkNear(
        sorted.map(({ signature }) => signature),
        threshold,
        (one, other) => components.of(thing(one)) === components.of(thing(other)),
        (one, other) => components.join(thing(one), thing(other)),
      )
    },
    componentOf: components.of,
  }
}
