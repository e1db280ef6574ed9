import { integerDigits } from '../exact-json.ts'

/** A parsed JSON object of unknown content. Only ask for keys by constant names or `Object.hasOwn`. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object and not a list, null or an integer of many digits. */
export function isObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return integerDigits(value) === undefined
}

/** What a JSON value is, in words for a message. */
export function describeJson(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  const digits = integerDigits(value)
  if (digits !== undefined) return digits
  if (typeof value === 'object') return 'an object'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** Whether two JSON values are equal, whatever the order of keys. Undefined counts as missing. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => sameJson(item, b[index]))
  }
  if (!isObject(a) || !isObject(b)) {
    const digits = integerDigits(a)
    return digits !== undefined && digits === integerDigits(b)
  }
  const keys = definedKeys(a)
  if (keys.length !== definedKeys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}

function definedKeys(value: JsonObject): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined)
}

/**
 * A source object with some keys said anew. Order and spelling of the source stay where the value is the
 * same, and a key the source did not have is not added only to say null. The source itself when all is as it was.
 */
export function overlay(source: JsonObject | undefined, fields: JsonObject): JsonObject {
  if (source === undefined) return fields
  // Most labels are said as they were; copying them took a tenth of the time of writing a file that was read.
  let entries: Map<string, unknown> | undefined
  for (const key of Object.keys(fields)) {
    const value = fields[key]
    if (Object.hasOwn(source, key) ? sameJson(source[key], value) : (value ?? null) === null) {
      continue
    }
    entries ??= new Map(Object.entries(source))
    entries.set(key, value)
  }
  return entries === undefined ? source : Object.fromEntries(entries)
}
