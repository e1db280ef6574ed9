/** Numbers classes in the order they are first named. Numbers are dense and never change. */
export interface ClassNumbers {
  /** In the order of their numbers, which begin at 0. */
  readonly names: readonly string[]
  /** The number of a class; a new name gets the next one. */
  numberOf(name: string): number
}

/** Starts a numbering; classes whose numbers are fixed come first, in their order. */
export function classNumbers(fixed: readonly string[] = []): ClassNumbers {
  const names: string[] = [...fixed]
  const numbers = new Map(names.map((name, number) => [name, number]))
  return {
    names,
    numberOf(name) {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      names.push(name)
      return names.length - 1
    },
  }
}
