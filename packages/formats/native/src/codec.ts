import type { TokenBuffer } from '@labelport/model'

/** What a decoder knows besides the value. */
export interface Reading {
  /** The way from the root of the line to the value being decoded. */
  readonly steps: (string | number)[]
  /** Called for a key that nothing here knows; `steps` leads to it. */
  readonly unknownKey: () => void
  readonly tokens: TokenBuffer
}

/** Thrown inside a decoder; the reader turns it into a diagnostic with the pointer of the moment. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch'

  constructor(expected: string, found: unknown) {
    super(`expected ${expected}, found ${describe(found)}`)
  }
}

/** One shape in both directions, so that reading and writing cannot disagree about it. */
export interface Codec<T> {
  /** Throws Mismatch. */
  readonly decode: (json: unknown, reading: Reading) => T
  readonly encode: (value: T) => unknown
}

/** A codec for a key that may be missing. */
export interface Optional<T> extends Codec<T> {
  readonly optional: true
}

/** A codec for every key of T, in the order they are written; required where T requires the key. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? Optional<Exclude<T[K], undefined>>
    : Codec<T[K]>
}

/** Lets a key be missing. */
export function optional<T>(codec: Codec<T>): Optional<T> {
  return { ...codec, optional: true }
}

interface AnyField extends Codec<unknown> {
  readonly optional?: true
}

/** An object with known keys. Unknown ones are told and left out. */
export function object<T extends object>(fields: Fields<T>): Codec<T> {
  // Key by key the types are right; what is common to all keys has to be said.
  const entries = Object.entries(fields as unknown as Readonly<Record<string, AnyField>>)
  const known = new Set(entries.map(([key]) => key))
  return {
    decode(json, reading) {
      const source = plainObject(json)
      const value: Record<string, unknown> = {}
      for (const [key, codec] of entries) {
        reading.steps.push(key)
        if (Object.hasOwn(source, key)) value[key] = codec.decode(source[key], reading)
        else if (codec.optional === undefined) throw new Mismatch('a value', undefined)
        reading.steps.pop()
      }
      for (const key of Object.keys(source)) {
        if (known.has(key)) continue
        reading.steps.push(key)
        reading.unknownKey()
        reading.steps.pop()
      }
      return value as T
    },
    encode(value) {
      const source = value as Record<string, unknown>
      const json: Record<string, unknown> = {}
      for (const [key, codec] of entries) {
        if (source[key] !== undefined) json[key] = codec.encode(source[key])
      }
      return json
    },
  }
}

/** An array of like values. */
export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    decode(json, reading) {
      if (!Array.isArray(json)) throw new Mismatch('an array', json)
      return json.map((value: unknown, index) => {
        reading.steps.push(index)
        const decoded = item.decode(value, reading)
        reading.steps.pop()
        return decoded
      })
    },
    encode: (values) => values.map((value) => item.encode(value)),
  }
}

/** A union told apart by its key `type`. */
export function tagged<T extends { readonly type: string }>(
  variants: {
    readonly [K in T['type']]: Codec<Extract<T, { readonly type: K }>>
  },
): Codec<T> {
  const byType = new Map(Object.entries(variants as unknown as Readonly<Record<string, Codec<T>>>))
  const names = [...byType.keys()].join(', ')
  return {
    decode(json, reading) {
      const { type } = plainObject(json)
      const codec = typeof type === 'string' ? byType.get(type) : undefined
      if (codec !== undefined) return codec.decode(json, reading)
      reading.steps.push('type')
      throw new Mismatch(`one of ${names}`, type)
    },
    encode: (value) => byType.get(value.type)?.encode(value),
  }
}

/** A codec that needs itself. */
export function recursive<T>(codec: () => Codec<T>): Codec<T> {
  return {
    decode: (json, reading) => codec().decode(json, reading),
    encode: (value) => codec().encode(value),
  }
}

/** Checks that something parsed from JSON is an object. */
export function plainObject(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return json as Readonly<Record<string, unknown>>
  }
  throw new Mismatch('an object', json)
}

function describe(found: unknown): string {
  if (found === undefined) return 'nothing'
  const text = JSON.stringify(found)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
