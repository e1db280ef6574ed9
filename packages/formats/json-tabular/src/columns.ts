/** Which column a key stands in. Equal keys of one object are columns of their own, in order. */
export interface KeyColumns {
  /** In the order in which they came up. */
  readonly names: readonly string[]
  /** The column of each key of an object; `repeated` gets the positions of keys that came before. */
  columnsOf(keys: readonly string[], repeated: (member: number) => void): readonly number[]
}

/** Starts without columns; every new key adds one. */
export function keyColumns(): KeyColumns {
  const names: string[] = []
  const columns = new Map<string, number[]>()
  let lastKeys: readonly string[] = []
  let lastColumns: readonly number[] = []
  let lastPlain = false
  return {
    names,
    columnsOf(keys, repeated) {
      const same = keys.length === lastKeys.length && keys.every((key, at) => key === lastKeys[at])
      // Rows with equal keys go the long way, so that each of them is told.
      if (same && lastPlain) return lastColumns
      lastPlain = new Set(keys).size === keys.length
      const seen = new Map<string, number>()
      lastKeys = keys
      lastColumns = keys.map((key, at) => {
        const nth = seen.get(key) ?? 0
        seen.set(key, nth + 1)
        if (nth > 0) repeated(at)
        const known = columns.get(key) ?? []
        columns.set(key, known)
        const column = known[nth] ?? names.length
        if (known[nth] === undefined) {
          known.push(column)
          names.push(key)
        }
        return column
      })
      return lastColumns
    },
  }
}
