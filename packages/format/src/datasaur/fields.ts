import { integerDigits } from '../exact-json.ts'
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

/** An id as text: Datasaur writes some as texts and some as integers. Undefined when a value is neither. */
export function idText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : integerDigits(value)
}

/** The id under a key as text; undefined when missing, null or, after a finding, of another type. */
export function idField(
  object: JsonObject,
  key: string,
  pointer: string,
  findings: Findings,
): string | undefined {
  const value = object[key]
  const id = idText(value)
  if (id === undefined && value !== undefined && value !== null) {
    findings.wrongType(`${pointer}/${key}`, value, 'a text or an integer')
  }
  return id
}
