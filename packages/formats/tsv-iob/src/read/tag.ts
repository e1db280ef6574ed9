/** What a tag field says about its token. */
export interface Tag {
  /** `whole`: a name without `B-` or `I-`, taken as a label of this one token. */
  readonly kind: 'outside' | 'begin' | 'inside' | 'whole'
  /** Index into the names met so far; -1 for `outside`. */
  readonly label: number
}

/** Finds tags by their bytes, so that a tag met before costs no string. */
export interface TagTable {
  /** Label names in the order they were met. */
  readonly names: readonly string[]
  /** Throws TypeError when a new tag is not UTF-8. */
  find(bytes: Uint8Array, start: number, end: number): Tag
}

interface Entry {
  readonly bytes: Uint8Array
  readonly tag: Tag
}

const outside: Tag = { kind: 'outside', label: -1 }

/** An empty table. */
export function tagTable(): TagTable {
  const names: string[] = []
  const indexOfName = new Map<string, number>()
  const entries = new Map<number, Entry[]>()
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  const label = (name: string): number => {
    const known = indexOfName.get(name)
    if (known !== undefined) return known
    indexOfName.set(name, names.length)
    return names.push(name) - 1
  }
  const parse = (text: string): Tag => {
    if (text === 'O' || text === '') return outside
    // A name may hold hyphens itself: only the first one belongs to the prefix.
    if (text.startsWith('B-')) return { kind: 'begin', label: label(text.slice(2)) }
    if (text.startsWith('I-')) return { kind: 'inside', label: label(text.slice(2)) }
    return { kind: 'whole', label: label(text) }
  }
  return {
    names,
    find(bytes, start, end) {
      let hash = end - start
      for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
      const alike = entries.get(hash)
      if (alike !== undefined) {
        for (const entry of alike) if (equal(entry.bytes, bytes, start, end)) return entry.tag
      }
      const own = bytes.slice(start, end)
      const entry = { bytes: own, tag: parse(decoder.decode(own)) }
      if (alike === undefined) entries.set(hash, [entry])
      else alike.push(entry)
      return entry.tag
    },
  }
}

function equal(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[start + at]) return false
  return true
}
