import type { TextTarget } from '@labelport/model'
import type { Item } from './items.ts'
import { notAfter, type Position, type Stretch } from './stretch.ts'

/** Statements that wait for windows. */
export interface Pending {
  add(item: Item): void
  /** What belongs to a window, in the order of the file. `rows` are those it shows something of. */
  in(stretch: Stretch, rows: ReadonlySet<number>): readonly Item[]
  /**
   * Takes out what no window that begins at `next` or later can hold; with an absent `next`, everything. `done` are
   * rows that do not come again.
   */
  settle(next: Position | undefined, done: ReadonlySet<number>): readonly Item[]
}

/** Opens an empty collection. */
export function openPending(): Pending {
  /** By their beginning; what lies before `head` was settled and goes when it is half of the list. */
  let placed: Item[] = []
  let head = 0
  let sorted = true
  let free: Item[] = []
  const rows = new Map<number, Item[]>()
  const everywhere = new Set<Item>()
  const dependents = new Map<string, Item[]>()
  const gone = new WeakSet<Item>()

  const sort = (): void => {
    if (sorted) return
    placed = placed.slice(head).sort(byStart)
    head = 0
    sorted = true
  }
  const withDependents = (items: readonly Item[]): ReadonlySet<Item> => {
    const all = new Set(items)
    for (const item of all) for (const one of dependents.get(item.key) ?? []) all.add(one)
    return all
  }
  return {
    add(item) {
      if (item.about.length > 0) {
        for (const key of new Set(item.about)) push(dependents, key, item)
      } else if (item.target !== undefined) {
        placed.push(item)
        sorted = false
      } else if (item.row !== undefined) push(rows, item.row, item)
      else if (item.everywhere) everywhere.add(item)
      else free.push(item)
    },
    in(stretch, shown) {
      sort()
      const found: Item[] = [...free, ...everywhere]
      for (let at = firstFrom(placed, stretch.start, head); at < placed.length; at += 1) {
        const item = placed[at]
        if (item?.target === undefined || !notAfter(startOf(item.target), stretch.end)) break
        if (notAfter(endOf(item.target), stretch.end)) found.push(item)
      }
      for (const row of shown) for (const item of rows.get(row) ?? []) found.push(item)
      return whole(withDependents(found))
    },
    settle(next, done) {
      sort()
      const settled = free
      free = []
      const passed = next === undefined ? placed.length : firstFrom(placed, next, head)
      for (const item of placed.slice(head, passed)) settled.push(item)
      head = passed
      if (head * 2 > placed.length) {
        placed = placed.slice(head)
        head = 0
      }
      for (const row of next === undefined ? [...rows.keys()] : done) {
        for (const item of rows.get(row) ?? []) settled.push(item)
        rows.delete(row)
      }
      if (next === undefined) {
        for (const item of everywhere) settled.push(item)
        // Arrows that speak of each other in a ring hang on nothing that has a place.
        for (const items of dependents.values()) for (const item of items) settled.push(item)
      }
      const all = [...withDependents(settled)].filter((item) => !gone.has(item))
      for (const { key } of all) dependents.delete(key)
      for (const item of all) if (item.about.length > 1) gone.add(item)
      return all
    },
  }
}

/** Those whose every reference is there as well. */
function whole(items: ReadonlySet<Item>): readonly Item[] {
  const keys = new Set(Array.from(items, ({ key }) => key))
  for (let before = -1; before !== keys.size; ) {
    before = keys.size
    for (const { key, about } of items) if (!about.every((one) => keys.has(one))) keys.delete(key)
  }
  return [...items].filter(({ key }) => keys.has(key)).sort((a, b) => a.order - b.order)
}

function byStart({ target: a }: Item, { target: b }: Item): number {
  return (a?.cell ?? 0) - (b?.cell ?? 0) || (a?.start ?? 0) - (b?.start ?? 0)
}

/** The first item, not before `from`, that begins at a place or behind it. */
function firstFrom(items: readonly Item[], place: Position, from: number): number {
  let low = from
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const target = items[middle]?.target
    if (target !== undefined && notAfter(place, startOf(target))) high = middle
    else low = middle + 1
  }
  return low
}

function startOf({ cell, start }: TextTarget): Position {
  return { cell, offset: start }
}

function endOf({ cell, endCell = cell, end }: TextTarget): Position {
  return { cell: endCell, offset: end }
}

function push<K>(map: Map<K, Item[]>, key: K, item: Item): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}
