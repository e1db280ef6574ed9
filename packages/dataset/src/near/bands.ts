import { FormatError } from '@labelport/format'
import { type Signature, signatureLength } from './signature.ts'

/** How signatures are cut so that similar ones agree in a piece: `count` pieces of `rows` bytes. */
export interface Bands {
  readonly count: number
  readonly rows: number
}

/** How often a pair that is just similar enough may be missed. */
const missed = 0.005

/**
 * The longest pieces with which nearly every pair of the threshold's similarity agrees in one. Throws FormatError
 * `engine/bad-threshold` below 0.5, where everything would be compared with everything, and above 1.
 */
export function bandsFor(threshold: number): Bands {
  if (!(threshold >= 0.5 && threshold <= 1)) {
    const message = `${threshold} is no similarity to look for; expected a number from 0.5 to 1, such as 0.8.`
    throw new FormatError({ severity: 'error', code: 'engine/bad-threshold', message })
  }
  let rows = 16
  while (rows > 1 && (1 - threshold ** rows) ** Math.floor(signatureLength / rows) > missed)
    rows -= 1
  return { count: Math.floor(signatureLength / rows), rows }
}

/** A number for piece `band` of a signature, equal for equal pieces. */
export function bandKey(signature: Signature, band: number, { rows }: Bands): number {
  let one = 0x811c9dc5
  let other = band + 1
  for (let at = band * rows; at < (band + 1) * rows; at += 1) {
    const byte = signature[at] ?? 0
    one = Math.imul(one ^ byte, 0x01000193)
    other = Math.imul(other ^ byte, 0x5bd1e995) + 1
  }
  return (one >>> 0) * 0x200000 + (other >>> 11)
}
