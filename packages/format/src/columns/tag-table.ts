/** What a tag field says about its token. */
export interface Tag<Kind extends string> {
  readonly kind: Kind
  /** Index into the names met so far; -1 for a tag without a name. */
  readonly label: number
}

/** A tag field taken apart. An absent name means that the token has no label. */
export interface ParsedTag<Kind extends string> {
  readonly kind: Kind
  readonly name?: string
}

/** Finds tags by their bytes, so that a tag met before costs no string. */
export interface TagTable<Kind extends string> {
  /** Label names in the order they were met. */
  readonly names: readonly string[]
  /** Throws TypeError when a new tag is not UTF-8. */
  find(bytes: Uint8Array, start: number, end: number): Tag<Kind>
}

interface Entry<Kind extends string> {
  readonly bytes: Uint8Array
  readonly tag: Tag<Kind>
  /** Another tag whose bytes fall on the same place. */
  readonly next: Entry<Kind> | undefined
}

/** A power of two, many times the tags of usual files. */
const places = 1 << 12

/** An empty table. `parse` is called once for each different tag. */
export function tagTable<Kind extends string>(
  parse: (text: string) => ParsedTag<Kind>,
): TagTable<Kind> {
  const names: string[] = []
  const indexOfName = new Map<string, number>()
  const entries = new Array<Entry<Kind> | undefined>(places).fill(undefined)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  const label = (name: string): number => {
    const known = indexOfName.get(name)
    if (known !== undefined) return known
    indexOfName.set(name, names.length)
    return names.push(name) - 1
  }
  const tagOf = ({ kind, name }: ParsedTag<Kind>): Tag<Kind> => ({
    kind,
    label: name === undefined ? -1 : label(name),
  })
  return {
    names,
    find(bytes, start, end) {
      let hash = end - start
      for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
      const place = (hash ^ (hash >>> 12)) & (places - 1)
      const next = entries[place]
      for (let entry = next; entry !== undefined; entry = entry.next) {
        if (equal(entry.bytes, bytes, start, end)) return entry.tag
      }
      const own = new Uint8Array(bytes.subarray(start, end))
      const tag = tagOf(parse(decoder.decode(own)))
      entries[place] = { bytes: own, tag, next }
      return tag
    },
  }
}

function equal(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[start + at]) return false
  return true
}
