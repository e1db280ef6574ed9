/** The names of documents that a project tells of, in NFC. */
export interface KnownNames {
  readonly all: ReadonlySet<string>
  /** The one name that is this stem with an ending; undefined when there are none or several. */
  withStem(stem: string): string | undefined
}

/** Knows names, given in any form. They are sorted by stem once: every file of a project asks. */
export function knownNames(names: Iterable<string>): KnownNames {
  const all = new Set(Array.from(names, (name) => name.normalize('NFC')))
  let byStem: ReadonlyMap<string, string | undefined> | undefined
  return {
    all,
    withStem(stem) {
      byStem ??= stemsOf(all)
      return byStem.get(stem.normalize('NFC'))
    },
  }
}

function stemsOf(names: ReadonlySet<string>): ReadonlyMap<string, string | undefined> {
  const stems = new Map<string, string | undefined>()
  for (const name of names) {
    const dot = name.lastIndexOf('.')
    if (dot === -1) continue
    const stem = name.slice(0, dot)
    stems.set(stem, stems.has(stem) ? undefined : name)
  }
  return stems
}
