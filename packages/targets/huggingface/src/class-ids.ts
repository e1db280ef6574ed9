/** Numbers classes in the order they are first named. Numbers are dense and never change. */
export interface ClassIds {
  /** In the order of their numbers. */
  readonly names: readonly string[]
  /** The number of a class; a new name gets the next one. */
  idOf(name: string): number
}

/** Starts a numbering. */
export function classIds(first: readonly string[] = []): ClassIds {
  const names: string[] = []
  const ids = new Map<string, number>()
  const idOf = (name: string): number => {
    const known = ids.get(name)
    if (known !== undefined) return known
    ids.set(name, names.length)
    names.push(name)
    return names.length - 1
  }
  for (const name of first) idOf(name)
  return { names, idOf }
}
