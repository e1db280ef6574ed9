import type { LabelSchema, LabelSet, Question, QuestionTarget } from '@labelport/model'

/** Schemas as one. */
export interface UnitedSchemas {
  readonly schema: LabelSchema
  /** Whether an id meant different things, so that something has another id than in its own schema. */
  readonly renumbered: boolean
}

/**
 * One schema with the labels and questions of several. What has the same id and says the same is one thing; what
 * shares only the id gets a new one.
 */
export function uniteSchemas(first: LabelSchema, others: readonly LabelSchema[]): UnitedSchemas {
  const sets: LabelSet[] = [...first.labelSets]
  const questions: Question[] = [...first.questions]
  let renumbered = false
  for (const schema of others) {
    if (schema === first) continue
    const newId = new Map<string, string>()
    for (const set of schema.labelSets) {
      const id = addSet(sets, set)
      newId.set(set.id, id)
      renumbered ||= id !== set.id
    }
    for (const question of schema.questions) {
      if (!addQuestion(questions, question, newId)) renumbered = true
    }
  }
  return { schema: { labelSets: sets, questions }, renumbered }
}

/** Adds a set, or its labels to the set it equals; the id it has from then on. */
function addSet(sets: LabelSet[], set: LabelSet): string {
  const at = sets.findIndex((one) => isSame(one, set))
  const same = sets[at]
  if (same === undefined) {
    const id = freeId(set.id, sets)
    sets.push({ ...set, id })
    return id
  }
  const known = new Set(same.labels.map(({ id }) => id))
  const added = set.labels.filter(({ id }) => !known.has(id))
  if (added.length > 0) sets[at] = { ...same, labels: [...same.labels, ...added] }
  return same.id
}

/** Whether two sets are one: equal in id, name and use, and no label of one is another label in the other. */
function isSame(known: LabelSet, set: LabelSet): boolean {
  const id = known.id === set.id || known.id.replace(/-\d+$/, '') === set.id
  if (!id || known.name !== set.name || known.appliesTo !== set.appliesTo) return false
  const labels = new Map(known.labels.map((label) => [label.id, label]))
  return set.labels.every((label) => {
    const same = labels.get(label.id) ?? label
    return same.name === label.name && same.parent === label.parent
  })
}

/** Adds a question unless it is there; false when it had to get another id. */
function addQuestion(
  questions: Question[],
  question: Question,
  newId: ReadonlyMap<string, string>,
): boolean {
  const moved = { ...question, about: movedTarget(question.about, newId) }
  const text = JSON.stringify(moved)
  if (questions.some((one) => JSON.stringify(one) === text)) return true
  const numbered = renumbered(moved, questions.flatMap(withChildren))
  questions.push(numbered)
  return JSON.stringify(numbered) === text
}

/** A question under ids that no other has, its children included. */
function renumbered(question: Question, taken: readonly Question[]): Question {
  const id = freeId(question.id, taken)
  if (question.type !== 'group') return { ...question, id }
  return { ...question, id, questions: question.questions.map((child) => renumbered(child, taken)) }
}

function withChildren(question: Question): readonly Question[] {
  return question.type === 'group'
    ? [question, ...question.questions.flatMap(withChildren)]
    : [question]
}

function movedTarget(about: QuestionTarget, newId: ReadonlyMap<string, string>): QuestionTarget {
  if (about.type !== 'label') return about
  return { ...about, labelSet: newId.get(about.labelSet) ?? about.labelSet }
}

function freeId(wanted: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let id = wanted
  for (let count = 2; ids.has(id); count += 1) id = `${wanted}-${count}`
  return id
}
