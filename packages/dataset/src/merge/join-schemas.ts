import type { LabelSchema, LabelSet, Question } from '@labelport/model'

/**
 * One schema for copies of a file whose formats list only the labels in use. Undefined when an id means one thing
 * in one schema and another in the other.
 */
export function joinSchemas(one: LabelSchema, other: LabelSchema): LabelSchema | undefined {
  if (one === other || JSON.stringify(one) === JSON.stringify(other)) return one
  const labelSets = joined(one.labelSets, other.labelSets, joinSets)
  const questions = joined(one.questions, other.questions, joinQuestions)
  return labelSets && questions && { labelSets, questions }
}

/** Things by id; undefined when two with one id cannot be joined. */
function joined<T extends { readonly id: string }>(
  ones: readonly T[],
  others: readonly T[],
  join: (one: T, other: T) => T | undefined,
): readonly T[] | undefined {
  const byId = new Map(ones.map((one) => [one.id, one]))
  for (const other of others) {
    const one = byId.get(other.id)
    const both = one === undefined ? other : join(one, other)
    if (both === undefined) return undefined
    byId.set(other.id, both)
  }
  return [...byId.values()]
}

function joinSets(one: LabelSet, other: LabelSet): LabelSet | undefined {
  if (one.name !== other.name || one.appliesTo !== other.appliesTo) return undefined
  const labels = joined(one.labels, other.labels, (a, b) =>
    a.name === b.name && a.parent === b.parent ? a : undefined,
  )
  return labels && { ...one, labels }
}

function joinQuestions(one: Question, other: Question): Question | undefined {
  return JSON.stringify(one) === JSON.stringify(other) ? one : undefined
}
