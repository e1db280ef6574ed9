import fc from 'fast-check'
import { joinBytes } from './join-bytes.ts'

/** One way of breaking a file. `at` runs from 0 to 1 through the file. */
export type Damage =
  | { readonly type: 'cut'; readonly at: number }
  | { readonly type: 'flip'; readonly at: number; readonly bits: number }
  | { readonly type: 'insert'; readonly at: number; readonly noise: string | Uint8Array }
  | { readonly type: 'remove'; readonly at: number; readonly count: number }
  | { readonly type: 'repeat'; readonly at: number; readonly count: number }

const at = fc.double({ min: 0, max: 1, noNaN: true })

/** Noise that means something to somebody: delimiters, brackets, numbers out of range, odd blanks. */
const noise = fc.oneof(
  fc.constantFrom(
    ...['\n', '\r\n', '\t', '"', ',', '{', '}', '[', ']', ':', '\\', '\\u0000', '#', '-', '|', '='],
    ...[
      'null',
      'true',
      '-1',
      '1e309',
      '999999999999',
      '__proto__',
      'constructor',
      '""',
      '[]',
      '{}',
    ],
    ...['\u0000', '\u00a0', '\u2028', '\ufeff', '\u202e', '😀', 'e\u0301'],
  ),
  fc.string({ maxLength: 12 }),
  fc.uint8Array({ minLength: 1, maxLength: 6 }),
)

/** One to three breaks of one file. */
export const damageArbitrary: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('cut' as const), at }),
    fc.record({ type: fc.constant('flip' as const), at, bits: fc.integer({ min: 1, max: 255 }) }),
    fc.record({ type: fc.constant('insert' as const), at, noise }),
    fc.record({ type: fc.constant('remove' as const), at, count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ type: fc.constant('repeat' as const), at, count: fc.integer({ min: 1, max: 80 }) }),
  ),
  { minLength: 1, maxLength: 3 },
)

/** The bytes after the damage; the given ones stay whole. */
export function damaged(bytes: Uint8Array, kinds: readonly Damage[]): Uint8Array {
  return kinds.reduce(broken, bytes)
}

function broken(bytes: Uint8Array, damage: Damage): Uint8Array {
  const place = Math.floor(damage.at * bytes.length)
  switch (damage.type) {
    case 'cut':
      return bytes.slice(0, place)
    case 'flip':
      return bytes.map((byte, index) => (index === place ? byte ^ damage.bits : byte))
    case 'insert': {
      const { noise: added } = damage
      const middle = typeof added === 'string' ? new TextEncoder().encode(added) : added
      return joinBytes([bytes.subarray(0, place), middle, bytes.subarray(place)])
    }
    case 'remove':
      return joinBytes([bytes.subarray(0, place), bytes.subarray(place + damage.count)])
    case 'repeat':
      return joinBytes([bytes.subarray(0, place + damage.count), bytes.subarray(place)])
    default:
      return damage satisfies never
  }
}
