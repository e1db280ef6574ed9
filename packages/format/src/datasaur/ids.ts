import { idText } from './fields.ts'
import type { Findings } from './findings.ts'

/** Hands out ids that are unique in a document. */
export interface UniqueIds {
  /** The id itself; the id with `#2` and so on when it is taken, which is a finding. */
  of(id: string | undefined, fallback: string, pointer: string): string
  /** Like `of` where equal ids are expected: numbered without a finding. */
  next(id: string, pointer: string): string
}

/** Ids for one document. `locate` is told where each of them was found. */
export function uniqueIds(
  findings: Findings,
  locate?: (id: string, pointer: string) => void,
): UniqueIds {
  const taken = new Set<string>()
  const next = (wished: string): string => {
    let candidate = wished
    for (let count = 2; taken.has(candidate); count += 1) candidate = `${wished}#${count}`
    taken.add(candidate)
    return candidate
  }
  return {
    next(id, pointer) {
      const given = next(id)
      locate?.(given, pointer)
      return given
    },
    of(id, fallback, pointer) {
      const given = next(id ?? fallback)
      locate?.(given, pointer)
      if (id === undefined) {
        const message = `Found no id where one is expected; it is called "${given}".`
        findings.add('warning', 'missing-id', `${pointer}/id`, message)
      } else if (given !== id) {
        const message = `Found the id "${id}" a second time, expected unique ids; it is called "${given}".`
        findings.add('warning', 'duplicate-id', `${pointer}/id`, message)
      }
      return given
    },
  }
}

/** The id to write: the source's own when the model's id was made from it to be unique. */
export function sourceId(id: string, sourceValue: unknown): unknown {
  const source = idText(sourceValue)
  if (source === undefined) return id
  if (id === source) return sourceValue
  const suffix = id.startsWith(`${source}#`) ? id.slice(source.length + 1) : ''
  return /^\d+$/.test(suffix) ? sourceValue : id
}

/** An id as Datasaur's integer when it is one, else as text. */
export function integerOrText(id: string): number | string {
  const number = Number(id)
  return Number.isSafeInteger(number) && number >= 0 && String(number) === id ? number : id
}
