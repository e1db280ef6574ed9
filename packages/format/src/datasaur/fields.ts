import type { Findings } from './findings.ts'
import { isObject, type JsonObject } from './json-value.ts'

/** A text under a key; undefined when missing, null or, after a finding, of another type. */
export function textField(
  object: JsonObject,
  key: string,
  pointer: string,
  findings: Findings,
): string | undefined {
  const value = object[key]
  if (typeof value === 'string') return value
  if (value !== undefined && value !== null) {
    findings.wrongType(`${pointer}/${key}`, value, 'a text')
  }
  return undefined
}

/** A number under a key; undefined when missing, null or, after a finding, of another type. */
export function numberField(
  object: JsonObject,
  key: string,
  pointer: string,
  findings: Findings,
): number | undefined {
  const value = object[key]
  if (typeof value === 'number') return value
  if (value !== undefined && value !== null) {
    findings.wrongType(`${pointer}/${key}`, value, 'a number')
  }
  return undefined
}

/** A list under a key; empty when missing, null or, after a finding, of another type. */
export function listField(
  object: JsonObject,
  key: string,
  pointer: string,
  findings: Findings,
): readonly unknown[] {
  const value = object[key]
  if (Array.isArray(value)) return value
  if (value !== undefined && value !== null) {
    findings.wrongType(`${pointer}/${key}`, value, 'a list')
  }
  return []
}

/** An object under a key; undefined when missing, null or, after a finding, of another type. */
export function objectField(
  object: JsonObject,
  key: string,
  pointer: string,
  findings: Findings,
): JsonObject | undefined {
  const value = object[key]
  if (isObject(value)) return value
  if (value !== undefined && value !== null) {
    findings.wrongType(`${pointer}/${key}`, value, 'an object')
  }
  return undefined
}

/**
 * An id as text: Datasaur writes some as texts and some as integers. Undefined when there is none. A
 * number that JavaScript cannot hold exactly has lost digits already, which is an error worth knowing.
 */
export function idField(
  object: JsonObject,
  key: string,
  pointer: string,
  findings: Findings,
): string | undefined {
  const value = object[key]
  if (typeof value === 'string') return value
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      const message = `Found the integer ${value}, which is too big to be read exactly; expected a text or an integer below 2^53.`
      findings.add('error', 'unsafe-integer', `${pointer}/${key}`, message)
    }
    return String(value)
  }
  if (value !== undefined && value !== null) {
    findings.wrongType(`${pointer}/${key}`, value, 'a text or an integer')
  }
  return undefined
}
