import type { LabelSchema, LabelSet, Question, QuestionTarget } from '@labelport/model'

/**
 * One schema with the labels and questions of several. What has the same id and the same name is one thing,
 * also in several schemas; what shares only the id gets a new one, because every project counts from the start.
 */
export function mergeSchemas(schemas: readonly LabelSchema[]): LabelSchema {
  const [first, ...others] = schemas
  if (first === undefined || others.length === 0) return first ?? { labelSets: [], questions: [] }
  const sets: LabelSet[] = [...first.labelSets]
  const questions: Question[] = [...first.questions]
  for (const schema of others) {
    const newId = new Map<string, string>()
    for (const set of schema.labelSets) newId.set(set.id, addSet(sets, set))
    for (const question of schema.questions) addQuestion(questions, question, newId)
  }
  return { labelSets: sets, questions }
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
  sets[at] = { ...same, labels: [...same.labels, ...added] }
  return same.id
}

/** Whether two sets are one: equal in id, name and use, and no label of one has another name in the other. */
function isSame(known: LabelSet, set: LabelSet): boolean {
  const id = known.id === set.id || known.id.replace(/-\d+$/, '') === set.id
  if (!id || known.name !== set.name || known.appliesTo !== set.appliesTo) return false
  const names = new Map(known.labels.map((label) => [label.id, label.name]))
  return set.labels.every((label) => (names.get(label.id) ?? label.name) === label.name)
}

function addQuestion(
  questions: Question[],
  question: Question,
  newId: ReadonlyMap<string, string>,
): void {
  const moved = { ...question, about: movedTarget(question.about, newId) }
  const text = JSON.stringify(moved)
  if (questions.some((one) => JSON.stringify(one) === text)) return
  const taken = questions.flatMap(withChildren)
  questions.push(renumbered(moved, taken))
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
