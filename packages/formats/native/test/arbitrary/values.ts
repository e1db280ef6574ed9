import type { Origin } from '@labelport/model'
import fc from 'fast-check'

/** Texts of every kind of character, lone surrogates and names of object internals included. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\u2028',
    '\ud800',
    'e\u0301',
    'مرحبا',
    '👩‍👩‍👧',
    '"\\\n\t',
  ),
)
export const natural = fc.nat({ max: 1e6 })
export const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((x) => (x === 0 ? 0 : x))
// Node 26 takes a key that begins with an escape for the key of a lone backslash, once it has parsed an object with
// such a key (V8's JSON.parse). No reader can undo that, so the key stays out of the random values.
const loneBackslash = /"\\\\":/
export const json = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !loneBackslash.test(JSON.stringify(value)))
  .map((value): unknown => JSON.parse(JSON.stringify(value)))
const key = text.filter((one) => one !== '\\')
export const extra = fc.dictionary(key, json, { maxKeys: 2 }).map((value) => ({ ...value }))

/** A record whose keys may all be missing. */
export function maybe<T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(model, { requiredKeys: [] })
}

export const user = maybe({ id: text, name: text, email: text })
export const origin: fc.Arbitrary<Origin> = fc.record(
  {
    by: fc.constantFrom(
      'labeler',
      'reviewer',
      'auto',
      'prelabeled',
      'external',
      'conflict',
      'unknown',
    ),
    user,
    verdict: fc.constantFrom('accepted', 'rejected'),
    judge: user,
    confidence: finite,
    createdAt: text,
    updatedAt: text,
  },
  { requiredKeys: ['by'] },
)
