import type { SplitRatios } from './split-ratios.ts'

/** Documents that stay together, as balancing sees them. */
export interface StratifiedGroup {
  /** The same for the same documents, whatever the order; decides between equals. */
  readonly place: number
  readonly documents: number
  /** How many of its documents have each label. */
  readonly strata: ReadonlyMap<string, number>
  /** Where it lies already. Absent means that it is to be placed. */
  readonly split?: string
}

/**
 * The split of every group that has none: labels are gone through from the rarest, and each group goes where its label
 * is missing most (iterative stratification after Sechidis, Tsoumakas and Vlahavas, 2011). What is placed stays.
 */
export function stratify<G extends StratifiedGroup>(
  groups: readonly G[],
  ratios: SplitRatios,
): ReadonlyMap<G, string> {
  const needs = openNeeds(groups, ratios)
  const open = new Set(groups.filter(({ split }) => split === undefined))
  const byLabel = new Map<string, G[]>()
  for (const group of [...open].sort((a, b) => a.place - b.place)) {
    for (const label of group.strata.keys()) {
      const list = byLabel.get(label)
      if (list === undefined) byLabel.set(label, [group])
      else list.push(group)
    }
  }
  const placed = new Map<G, string>()
  const put = (group: G, label: string | undefined): void => {
    const split = needs.neediest(label)
    needs.fill(group, split)
    placed.set(group, split)
    open.delete(group)
    for (const name of group.strata.keys()) left.set(name, (left.get(name) ?? 0) - 1)
  }
  const left = new Map([...byLabel].map(([label, list]) => [label, list.length]))
  for (let rarest = rarestOf(left); rarest !== undefined; rarest = rarestOf(left)) {
    for (const group of byLabel.get(rarest) ?? []) if (open.has(group)) put(group, rarest)
    left.delete(rarest)
  }
  for (const group of [...open].sort((a, b) => a.place - b.place)) put(group, undefined)
  return placed
}

/** The label with the fewest groups left to place; of equally many the first by name. */
function rarestOf(left: Map<string, number>): string | undefined {
  let rarest: string | undefined
  let fewest = Infinity
  for (const [label, count] of left) {
    if (count <= 0) left.delete(label)
    else if (count < fewest || (count === fewest && rarest !== undefined && label < rarest)) {
      rarest = label
      fewest = count
    }
  }
  return rarest
}

/** How many documents, in all and with each label, the splits are still to get. */
function openNeeds(groups: readonly StratifiedGroup[], ratios: SplitRatios) {
  const all = new Map<string, number>()
  const byLabel = new Map<string, Map<string, number>>()
  const needOf = (label: string): Map<string, number> => {
    const found = byLabel.get(label) ?? new Map<string, number>()
    byLabel.set(label, found)
    return found
  }
  const sum = [...ratios.values()].reduce((total, size) => total + size, 0)
  const add = (needs: Map<string, number>, split: string, count: number): void => {
    if (ratios.has(split)) needs.set(split, (needs.get(split) ?? 0) + count)
  }
  const fill = ({ documents, strata }: StratifiedGroup, split: string): void => {
    add(all, split, -documents)
    for (const [label, count] of strata) add(needOf(label), split, -count)
  }
  for (const group of groups) {
    // What lies in a frozen split is no part of what the open ones share.
    if (group.split !== undefined && !ratios.has(group.split)) continue
    for (const [split, size] of ratios) {
      add(all, split, (group.documents * size) / sum)
      for (const [label, count] of group.strata) add(needOf(label), split, (count * size) / sum)
    }
  }
  for (const group of groups) if (group.split !== undefined) fill(group, group.split)
  return {
    fill,
    /** The split that lacks most of a label, of equal ones the one that lacks most documents. */
    neediest(label: string | undefined): string {
      const needs = label === undefined ? all : needOf(label)
      let best = ''
      for (const split of ratios.keys()) {
        const more = (needs.get(split) ?? 0) - (needs.get(best) ?? -Infinity)
        if (more > tie || (more > -tie && (all.get(split) ?? 0) > (all.get(best) ?? 0)))
          best = split
      }
      return best
    },
  }
}

/** Shares are not exact, so what differs by less is equal. */
const tie = 1e-9
