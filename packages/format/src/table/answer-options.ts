import type { Option, Question } from '@labelport/model'

/** How a cell was read as options. */
export type OptionReading =
  | {
      readonly type: 'options'
      readonly ids: readonly string[]
      readonly unknown: readonly string[]
    }
  /** The text can be read in several ways. */
  | { readonly type: 'ambiguous' }

/**
 * Reads the options a cell names. Several are joined with `;`, and a name may hold a `;` itself, so all ways
 * to cut the text are tried: two that fit are a finding, not a guess.
 */
export function readOptions(
  text: string,
  options: readonly Option[],
  several: boolean,
): OptionReading {
  const byText = new Map<string, Set<string>>()
  for (const { id, name } of options) {
    for (const key of [id, name]) byText.set(key, (byText.get(key) ?? new Set()).add(id))
  }
  const parts = several ? text.split(';') : [text]
  const ways = waysToCut(parts, byText)
  const [first] = ways
  if (first === undefined) {
    const known = parts.map((part) => [...(byText.get(part) ?? [])])
    if (known.some((ids) => ids.length > 1)) return { type: 'ambiguous' }
    return {
      type: 'options',
      ids: parts.map((part, at) => known[at]?.[0] ?? part),
      unknown: parts.filter((_, at) => known[at]?.length === 0),
    }
  }
  if (ways.length > 1) return { type: 'ambiguous' }
  return { type: 'options', ids: first, unknown: [] }
}

/** Ways to cut the parts into options; at most two, because more would say no more. */
function waysToCut(
  parts: readonly string[],
  byText: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly string[])[] {
  // From the last part on, so that every tail is looked at once.
  const waysFrom: (readonly string[])[][] = [[[]]]
  for (let from = parts.length - 1; from >= 0; from -= 1) {
    const ways: (readonly string[])[] = []
    for (let to = from + 1; to <= parts.length && ways.length < 2; to += 1) {
      const tails = waysFrom[parts.length - to] ?? []
      if (tails.length === 0) continue
      for (const id of byText.get(parts.slice(from, to).join(';')) ?? []) {
        for (const tail of tails) ways.push([id, ...tail])
      }
    }
    waysFrom.push(ways.slice(0, 2))
  }
  return waysFrom[parts.length] ?? []
}

/** What a cell shows of an option: its name, or its id where others share the name. */
export function optionText(id: string, question: Question | undefined): string {
  if (question?.type !== 'choice') return id
  const option = question.options.find((candidate) => candidate.id === id)
  if (option === undefined) return id
  const alone = question.options.every(
    (other) => other === option || (other.name !== option.name && other.id !== option.name),
  )
  return alone ? option.name : id
}
