/** A label as brat sees it; offsets count code points. */
export interface Entity {
  readonly type: string
  readonly fragments: readonly (readonly [start: number, end: number])[]
  readonly text: string
}

/** A file of annotations, by the ids of its lines. */
export interface Standoff {
  /** Code points. */
  readonly characters: readonly string[]
  readonly entities: ReadonlyMap<string, Entity>
  readonly relations: readonly {
    readonly type: string
    readonly from: string
    readonly to: string
  }[]
  readonly attributes: readonly {
    readonly type: string
    readonly target: string
    readonly value: string
  }[]
  readonly notes: readonly {
    readonly type: string
    readonly target: string
    readonly text: string
  }[]
}

/** What Python's `codecs` ends lines at; brat reads its files with it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the control characters that end lines.
const lineEnds = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/

/**
 * Reads a text and its annotations by the rules of brat's own server: every line has an id and a type, ids
 * are unique, fragments are in order, inside the text and apart from each other, and the text that a line
 * repeats is that of its fragments joined by blanks. Throws what is wrong with the first line that breaks one.
 */
export function readStandoff(text: string, annotations: string): Standoff {
  const characters = Array.from(text)
  const entities = new Map<string, Entity>()
  const relations: Standoff['relations'][number][] = []
  const attributes: Standoff['attributes'][number][] = []
  const notes: Standoff['notes'][number][] = []
  const ids = new Set<string>()
  const lines = annotations.split(lineEnds)
  if (lines.pop() !== '') throw new Error('The last line has no end.')
  for (const line of lines) {
    const [id = '', data = '', ...tail] = line.split('\t')
    if (!/^(?:[TRA]|#)\d+$/.test(id) || ids.has(id)) throw new Error(`Bad id: ${line}`)
    if (tail.length > 1) throw new Error(`Too many columns: ${line}`)
    ids.add(id)
    if (id.startsWith('T')) entities.set(id, entityOf(line, data, tail[0] ?? '', characters))
    else if (id.startsWith('R')) {
      const [, type = '', from = '', to = ''] =
        /^([\w-]+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(data) ?? fail(line)
      relations.push({ type, from, to })
    } else if (id.startsWith('A')) {
      const [, type = '', target = '', value = ''] =
        /^([\w-]+) (T\d+) ([\w-]+)$/.exec(data) ?? fail(line)
      attributes.push({ type, target, value })
    } else {
      const [, type = '', target = ''] = /^([\w-]+) (T\d+)$/.exec(data) ?? fail(line)
      notes.push({ type, target, text: (tail[0] ?? '').trim() })
    }
  }
  const referring = [
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...[...attributes, ...notes].map(({ target }) => target),
  ]
  for (const id of referring) if (!entities.has(id)) throw new Error(`"${id}" is not defined.`)
  return { characters, entities, relations, attributes, notes }
}

function entityOf(line: string, data: string, text: string, characters: readonly string[]): Entity {
  const [, type = '', places = ''] =
    /^([a-zA-Z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data) ?? fail(line)
  let before = -1
  const fragments = places.split(';').map((place) => {
    const [start = 0, end = 0] = place.split(' ').map(Number)
    if (start <= before || end <= start || end > characters.length) fail(line)
    before = end
    return [start, end] as const
  })
  const covered = fragments.map(([start, end]) => characters.slice(start, end).join(''))
  if (covered.join(' ') !== text) fail(line)
  return { type, fragments, text }
}

function fail(line: string): never {
  throw new Error(`Bad line: ${line}`)
}

/** The name a type was made of. */
export function nameOf(type: string): string {
  return type.replace(/_x([0-9A-F]*)_/g, (_, digits: string) =>
    digits === '' ? '' : String.fromCodePoint(Number.parseInt(digits, 16)),
  )
}
