import type { Extra, Tokens } from '@labelport/model'
import { type Codec, Mismatch, plainObject } from './codec.ts'

const asIs = <T>(value: T): T => value

/** Any text; lone surrogates travel as escapes. */
export const text: Codec<string> = {
  decode(json) {
    if (typeof json === 'string') return json
    throw new Mismatch('a text', json)
  },
  encode: asIs,
}

/** True or false. */
export const flag: Codec<boolean> = {
  decode(json) {
    if (typeof json === 'boolean') return json
    throw new Mismatch('true or false', json)
  },
  encode: asIs,
}

/** A finite number. */
export const finite: Codec<number> = {
  decode(json) {
    if (typeof json === 'number' && Number.isFinite(json)) return json
    throw new Mismatch('a number', json)
  },
  encode: asIs,
}

/** A whole number from 0. */
export const natural: Codec<number> = {
  decode(json) {
    if (Number.isSafeInteger(json) && Number(json) >= 0) return Number(json)
    throw new Mismatch('a whole number from 0', json)
  },
  encode: asIs,
}

const beyondJson = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
])

/** Any number; the four that JSON has no word for travel as texts. */
export const anyNumber: Codec<number> = {
  decode(json, reading) {
    const named = typeof json === 'string' ? beyondJson.get(json) : undefined
    return named ?? finite.decode(json, reading)
  },
  encode(value) {
    for (const [name, number] of beyondJson) if (Object.is(number, value)) return name
    return value
  },
}

/** One of some words. */
export function oneOf<const T extends string>(...words: readonly T[]): Codec<T> {
  return {
    decode(json) {
      const word = words.find((candidate) => candidate === json)
      if (word !== undefined) return word
      throw new Mismatch(`one of ${words.join(', ')}`, json)
    },
    encode: asIs,
  }
}

/** Token offsets as one flat array: start, end, start, end. */
export const tokens: Codec<Tokens> = {
  decode(json, reading) {
    if (!Array.isArray(json) || json.length % 2 !== 0) {
      throw new Mismatch('an array of offsets in pairs', json)
    }
    for (let at = 0; at < json.length; at += 2) {
      const start: unknown = json[at]
      const end: unknown = json[at + 1]
      if (!isOffset(start) || !isOffset(end)) {
        reading.tokens.drop()
        reading.steps.push(isOffset(start) ? at + 1 : at)
        throw new Mismatch('an offset', isOffset(start) ? end : start)
      }
      reading.tokens.add(start, end)
    }
    return reading.tokens.take()
  },
  encode: (value) => Array.from(value),
}

function isOffset(json: unknown): json is number {
  return typeof json === 'number' && json >>> 0 === json
}

/** Any JSON value, kept as it is. */
export const anything: Codec<unknown> = { decode: asIs, encode: asIs }

/** An object kept as it is. */
export const extra: Codec<Extra> = { decode: (json) => plainObject(json), encode: asIs }
