import type { Origin } from '@labelport/model'
import type { ObjectName } from './kind.ts'

/** An entry of a list of results, as Label Studio has it. */
export type Result = Readonly<Record<string, unknown>>

/** Where a region lies, and in which list. */
export interface Region {
  readonly id: string
  readonly list: List
  readonly object: ObjectName
  /** The fields of `value` that say where. */
  readonly place: Readonly<Record<string, unknown>>
  /** Fields beside `value`, such as the size of an image. */
  readonly more: Readonly<Record<string, unknown>>
}

/** Which program made something; `people` for what people made or accepted. */
export type List = 'people' | 'external' | 'prelabeled'

/** The list an origin belongs to. */
export function listOf({ by, verdict }: Origin): List {
  return (by === 'external' || by === 'prelabeled') && verdict !== 'accepted' ? by : 'people'
}

/** The results of one copy of a task, by who made them. */
export interface Results {
  readonly lists: ReadonlyMap<List, readonly Result[]>
  /** Counts for each list by itself: what programs made is named alike in all copies. */
  nextId(list: List): string
  add(list: List, result: Result, origin?: Origin): void
  /** A result about a region, which repeats where the region lies. */
  addToRegion(
    region: Region,
    control: { readonly name: string; readonly type: string },
    value: Readonly<Record<string, unknown>>,
    origin?: Origin,
  ): void
}

/** Starts without any result. */
export function openResults(): Results {
  const lists = new Map<List, Result[]>()
  const counts = new Map<List, number>()
  const results: Results = {
    lists,
    nextId(list) {
      const count = (counts.get(list) ?? 0) + 1
      counts.set(list, count)
      return `${list}-${count}`
    },
    add(list, result, origin) {
      const entries = lists.get(list) ?? []
      lists.set(list, entries)
      const score = list === 'people' ? undefined : origin?.confidence
      entries.push(score === undefined ? result : { ...result, score })
    },
    addToRegion({ id, list, object, place, more }, { name, type }, value, origin) {
      const base = { id, from_name: name, to_name: object, type, ...more }
      results.add(list, { ...base, value: { ...place, ...value } }, origin)
    },
  }
  return results
}
