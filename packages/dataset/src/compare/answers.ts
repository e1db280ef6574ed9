import type { Annotation, Answer, AnswerValue, Relation } from '@labelport/model'
import type { Match } from './match.ts'

/** Statements that have no extent of their own: they belong to a place or to other statements. */
type Attached = Answer | Relation

/** The counterparts of annotations that are spoken about, from the second copy's id to the first's. */
export type Counterparts = ReadonlyMap<string, string>

/** Answers to one question about one thing belong together, and arrows between the same two labels. */
export function matchAttached(
  ones: readonly Attached[],
  others: readonly Attached[],
  counterparts: Counterparts,
): readonly Match<Attached>[] {
  const waiting = new Map<string, Attached[]>()
  for (const other of others) {
    const key = keyOf(other, (id) => counterparts.get(id) ?? `other ${id}`)
    waiting.set(key, [...(waiting.get(key) ?? []), other])
  }
  const matches: Match<Attached>[] = []
  const found = new Set<Attached>()
  for (const one of ones) {
    const candidates = waiting.get(keyOf(one, (id) => id)) ?? []
    const free = candidates.filter((candidate) => !found.has(candidate))
    const other = free.find((candidate) => saysOf(candidate) === saysOf(one)) ?? free[0]
    if (other === undefined) {
      matches.push({ type: 'missing', one })
      continue
    }
    found.add(other)
    matches.push({ type: saysOf(one) === saysOf(other) ? 'same' : differenceOf(one), one, other })
  }
  for (const other of others) if (!found.has(other)) matches.push({ type: 'missing', other })
  return matches
}

function differenceOf({ type }: Attached): 'different-answer' | 'different-label' {
  return type === 'answer' ? 'different-answer' : 'different-label'
}

function keyOf(statement: Attached, idOf: (id: string) => string): string {
  if (statement.type === 'relation') {
    const { from, to, labelSet } = statement
    return JSON.stringify(['relation', idOf(from), idOf(to), labelSet])
  }
  const { about, question } = statement
  const thing = about.type === 'row' ? about.row : about.type === 'annotation' ? idOf(about.id) : ''
  return JSON.stringify(['answer', question, about.type, thing])
}

function saysOf(statement: Attached): string {
  return statement.type === 'relation' ? (statement.label ?? '') : saidBy(statement.value)
}

/** A text that is equal for equal values; the order in which options were ticked says nothing. */
export function saidBy(value: AnswerValue): string {
  return value.type === 'choice' ? [...value.options].sort().join('\n') : JSON.stringify(value)
}

/** The counterparts that a comparison of spans, boxes and times found. */
export function counterpartsOf(matches: readonly Match<Annotation>[]): Counterparts {
  return new Map(matches.flatMap(({ one, other }) => (one && other ? [[other.id, one.id]] : [])))
}
