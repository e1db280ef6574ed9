/**
 * A number from 0 to 2^53 - 1 that is the same for the same text and key everywhere. Spread evenly; not secret and
 * no protection against people who look for collisions.
 */
export function hashOf(text: string, key: number): number {
  let one = 0xdeadbeef ^ key
  let other = 0x41c6ce57 ^ key
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x9e3779b1)
    other = Math.imul(other ^ unit, 0x5f356495)
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return 4_294_967_296 * (0x1fffff & other) + (one >>> 0)
}

/** The number of `hashOf` as 14 hexadecimal digits. */
export function fingerprint(text: string): string {
  return fingerprintOf(hashOf(text, 0))
}

/** Whether something is what `fingerprint` makes. */
export function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{14}$/.test(value)
}

/** The number a fingerprint was made of. */
export function numberOfFingerprint(print: string): number {
  return Number.parseInt(print, 16)
}

/** The fingerprint of such a number. */
export function fingerprintOf(number: number): string {
  // In halves that are small integers: a whole one takes twice as long.
  const high = Math.floor(number / 2 ** 32).toString(16)
  return high.padStart(6, '0') + (number >>> 0).toString(16).padStart(8, '0')
}
