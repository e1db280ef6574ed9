import { isObject, type JsonObject } from '../datasaur/json-value.ts'
import { parseExactly } from '../exact-json.ts'
import { skipSpace } from './value-end.ts'

const closeBrace = 0x7d
const closeBracket = 0x5d
const comma = 0x2c
const decoder = new TextDecoder()

/** The ASCII bytes of a key. */
export function bytesOfKey(key: string): Uint8Array {
  return new TextEncoder().encode(key)
}

/** Whether bytes are those of a key. */
export function isKey(bytes: Uint8Array, from: number, to: number, key: Uint8Array): boolean {
  if (to - from !== key.length) return false
  for (let at = 0; at < key.length; at += 1) if (bytes[from + at] !== key[at]) return false
  return true
}

/** The integer from 0 that is a value; -1 when it is something else, or longer than nine digits. */
export function integerAt(bytes: Uint8Array, valueAt: number, to: number): number {
  const from = skipSpace(bytes, valueAt, to)
  let at = from
  let integer = 0
  for (; at < to && at - from < 9; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) break
    integer = 10 * integer + digit
  }
  const next = bytes[skipSpace(bytes, at, to)]
  const ends = next === comma || next === closeBrace || next === closeBracket
  return at > from && ends ? integer : -1
}

/** An element that a scan does not understand; undefined when it is no object or no JSON. */
export function parsedElement(bytes: Uint8Array, from: number, to: number): JsonObject | undefined {
  return parsedObject(bytes.subarray(from, to))
}

/** A text as JSON; undefined when it is no object, no JSON or longer than a string, which its piece will tell. */
export function parsedObject(text: string | Uint8Array): JsonObject | undefined {
  try {
    const value = parseExactly(typeof text === 'string' ? text : decoder.decode(text))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
