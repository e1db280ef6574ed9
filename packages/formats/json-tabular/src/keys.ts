/**
 * The keys of columns. A name that repeats gets its count, as `Review#2`: most readers of JSON keep only the
 * last of equal keys. `repeated` leaves them as they are, for files that had them so.
 */
export function memberKeys(
  names: readonly string[],
  repeated: boolean,
): { readonly keys: readonly string[]; readonly renamed: readonly string[] } {
  if (repeated) return { keys: names, renamed: [] }
  const taken = new Set(names)
  const given = new Set<string>()
  const renamed: string[] = []
  const keys = names.map((name) => {
    if (!given.has(name)) {
      given.add(name)
      return name
    }
    let key = name
    for (let count = 2; given.has(key) || taken.has(key); count += 1) key = `${name}#${count}`
    given.add(key)
    renamed.push(key)
    return key
  })
  return { keys, renamed }
}
