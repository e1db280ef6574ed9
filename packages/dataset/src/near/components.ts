/** Things that belong together, directly or through others (union-find). */
export interface Components {
  /** A new thing on its own; its number, from 0. */
  add(): number
  join(one: number, other: number): void
  /** The number of one thing that stands for all of its component. */
  of(thing: number): number
}

/** Opens an empty collection. */
export function openComponents(): Components {
  const parents: number[] = []
  const of = (thing: number): number => {
    let root = thing
    for (let next = parents[root]; next !== undefined && next !== root; next = parents[root]) {
      // Halving the path keeps later look-ups short.
      const beyond = parents[next] ?? next
      parents[root] = beyond
      root = beyond
    }
    return root
  }
  return {
    add() {
      parents.push(parents.length)
      return parents.length - 1
    },
    join(one, other) {
      const [a, b] = [of(one), of(other)]
      parents[Math.max(a, b)] = Math.min(a, b)
    },
    of,
  }
}
