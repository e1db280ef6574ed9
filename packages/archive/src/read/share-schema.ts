import type { LabelSchema } from '@labelport/model'

/**
 * Lets documents that tell equal schemas share one object, as documents of one project do: what is made
 * of a schema, such as the names of classes, is then made once.
 */
export function sharedSchemas(): (schema: LabelSchema) => LabelSchema {
  let last: LabelSchema | undefined
  return (schema) => {
    if (last === undefined || !equal(last, schema)) last = schema
    return last
  }
}

/** Whether two values of plain data are equal. Keys that hold undefined count as keys. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && equalLists(a, b)
  if (Array.isArray(b)) return false
  let keys = 0
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !equal(fieldOf(a, key), fieldOf(b, key))) return false
    keys += 1
  }
  for (const _ in b) keys -= 1
  return keys === 0
}

/** By index: going through a list like through an object makes a text of every index. */
function equalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) {
    if (!equal(a[index], b[index])) return false
  }
  return true
}

function fieldOf(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key]
}
