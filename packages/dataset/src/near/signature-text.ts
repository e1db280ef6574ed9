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
