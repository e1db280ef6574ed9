import type { ClassIds } from './class-ids.ts'

/** The type of a column, of the items of a list or of a field of a struct. All may be null. */
export type ValueType =
  | { readonly type: 'string' | 'int32' | 'float64' | 'bool' }
  /** The name of an image file beside the data, which loading opens. */
  | { readonly type: 'image' }
  /** Stored as the number of a class. */
  | { readonly type: 'class-label'; readonly ids: ClassIds }
  | { readonly type: 'list'; readonly of: ValueType }
  | { readonly type: 'struct'; readonly fields: readonly Field[] }

/** A named column or field of a struct. */
export interface Field {
  readonly name: string
  readonly type: ValueType
}

/** What a column of a row holds. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [field: string]: Value }

/** A row of the data set. */
export interface Row {
  readonly values: Readonly<Record<string, Value>>
  /** About how much text the row holds, in UTF-16 code units. */
  readonly size: number
  /** The bytes of the values as JSON, where they can be had for less than `JSON.stringify` costs. */
  readonly json?: JsonBytes
}

/** Writes JSON where it is to stand. */
export interface JsonBytes {
  /** How much room it needs. */
  readonly mostBytes: number
  /**
   * Writes from `start` on and returns where it ends; undefined when it is not that simple and JSON has to be made of
   * the values.
   */
  writeJson(into: Uint8Array, start: number): number | undefined
}

export const text: ValueType = { type: 'string' }
export const int32: ValueType = { type: 'int32' }
export const float64: ValueType = { type: 'float64' }
export const flag: ValueType = { type: 'bool' }

/** A list of values of one type. */
export function listOf(of: ValueType): ValueType {
  return { type: 'list', of }
}

/** V8 makes a hash table of an object without a prototype; one with an empty prototype takes half the time. */
const nothing: object = Object.freeze(Object.create(null))

/** The beginning of a row whose columns are named by people: `constructor` is a column like any other. */
export function emptyRow(first: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.assign(Object.create(nothing), first)
}

/** The row with all its columns, in their order; null where it has no value. */
export function completeRow(
  values: Readonly<Record<string, Value>>,
  fields: readonly Field[],
): Record<string, Value> {
  const row = emptyRow({})
  for (const { name } of fields) row[name] = values[name] ?? null
  return row
}
