/** Numbers for labels that are equal but for the number. */
export interface Counters {
  /** The wished number when it is free for this stem, else the next free one. */
  take(stem: string, wished: unknown): number
  /** Whether a wished number was taken already, so that the order of labels matters. */
  haveCollided(): boolean
}

/** Counters that have given nothing yet. */
export function countersOf(): Counters {
  const taken = new Map<string, Set<number>>()
  let collided = false
  return {
    take(stem, wished) {
      let numbers = taken.get(stem)
      if (numbers === undefined) {
        numbers = new Set()
        taken.set(stem, numbers)
      }
      let number = typeof wished === 'number' ? wished : 0
      while (numbers.has(number)) {
        number += 1
        collided = true
      }
      numbers.add(number)
      return number
    },
    haveCollided: () => collided,
  }
}
