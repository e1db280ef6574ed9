import { isObject, type JsonObject } from '../datasaur/json-value.ts'

/** What the segments of a file keep under a key, where it is an object. */
export function objectsUnder(kept: readonly JsonObject[], key: string): readonly JsonObject[] {
  return kept.flatMap((one) => {
    const value = Object.hasOwn(one, key) ? one[key] : undefined
    return isObject(value) ? [value] : []
  })
}

/** The members of all objects in one. */
export function membersTogether(objects: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)))
}

/** Entries that could not be read, by list: those of all segments in the order they stood. */
export function unreadTogether(objects: readonly JsonObject[]): JsonObject {
  const lists = new Map<string, unknown[]>()
  for (const [key, list] of objects.flatMap((object) => Object.entries(object))) {
    if (!Array.isArray(list)) continue
    const all = lists.get(key) ?? []
    lists.set(key, all)
    for (const entry of list) all.push(entry)
  }
  for (const list of lists.values()) list.sort((a, b) => indexOf(a) - indexOf(b))
  return Object.fromEntries(lists)
}

function indexOf(entry: unknown): number {
  return isObject(entry) && typeof entry.index === 'number' ? entry.index : 0
}
