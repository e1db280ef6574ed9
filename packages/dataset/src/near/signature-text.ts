import { type Signature, signatureLength } from './signature.ts'

/** A signature in Base64, for keys and for locks. */
export function signatureText(signature: Signature): string {
  return btoa(String.fromCharCode(...signature))
}

/** The signature of such a text; undefined when it is none. */
export function readSignature(text: string): Signature | undefined {
  if (!/^[\w+/]+=*$/.test(text)) return undefined
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return bytes.length === signatureLength ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Compares signatures as their texts compare: by the first character that differs. */
export function compareSignatures(one: Signature, other: Signature): number {
  let at = 0
  while (at < signatureLength && one[at] === other[at]) at += 1
  if (at === signatureLength) return 0
  // Three bytes make four characters.
  const from = at - (at % 3)
  const [a, b] = [one.subarray(from, from + 3), other.subarray(from, from + 3)].map(signatureText)
  return (a ?? '') < (b ?? '') ? -1 : 1
}
