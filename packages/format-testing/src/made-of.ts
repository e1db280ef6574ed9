import type { LabeledDocument } from '@labelport/model'

/** What may be made of a file: so many units for each of its bytes, and so many whatever its size. */
export const memoryBound = { perByte: 32, atLeast: 16_384 } as const

/** What may be made of so many bytes, in units of one character or one number. */
export function mostMadeOf(bytes: number): number {
  return memoryBound.atLeast + memoryBound.perByte * bytes
}

/** How much documents hold: characters of all texts and keys, and one for every other value. */
export function madeOf(pieces: readonly LabeledDocument[]): number {
  const met = new Set<object>()
  let sum = 0
  const waiting: unknown[] = [...pieces]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string') sum += value.length
    else if (typeof value !== 'object' || value === null) sum += 1
    else if (ArrayBuffer.isView(value)) sum += value.byteLength / 4
    else if (!met.has(value)) {
      // What documents share is held once.
      met.add(value)
      for (const [key, inner] of Object.entries(value)) {
        sum += Array.isArray(value) ? 0 : key.length
        waiting.push(inner)
      }
    }
  }
  return sum
}
