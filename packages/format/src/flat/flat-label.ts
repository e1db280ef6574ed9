import type { LabelSchema, Question } from '@labelport/model'

/** A label as fields of a table: ids join, names are for people. */
export interface FlatLabel {
  readonly label_set_id: string | null
  /** Null when the set has no name. */
  readonly label_set: string | null
  readonly label_id: string | null
  /** The id where the schema does not know the label. */
  readonly label: string | null
}

/** Finds names by id in schemas, which the documents of a project share. */
export interface SchemaIndex {
  label(schema: LabelSchema, labelSet: string | undefined, label: string | undefined): FlatLabel
  /** Also of questions inside groups. */
  question(schema: LabelSchema, id: string): Question | undefined
}

interface Entry {
  readonly sets: ReadonlyMap<string, Pick<FlatLabel, 'label_set'> & { names: Map<string, string> }>
  readonly questions: ReadonlyMap<string, Question>
}

/** Opens an index that reads each schema once. */
export function schemaIndex(): SchemaIndex {
  const known = new WeakMap<LabelSchema, Entry>()
  const entryOf = (schema: LabelSchema): Entry => {
    const found = known.get(schema)
    if (found !== undefined) return found
    const sets = schema.labelSets.map(({ id, name, labels }) => {
      const names = new Map(labels.map((label) => [label.id, label.name]))
      return [id, { label_set: name ?? null, names }] as const
    })
    const questions = new Map<string, Question>()
    const add = (question: Question): void => {
      questions.set(question.id, question)
      if (question.type === 'group') for (const inner of question.questions) add(inner)
    }
    for (const question of schema.questions) add(question)
    const entry = { sets: new Map(sets), questions }
    known.set(schema, entry)
    return entry
  }
  return {
    label(schema, labelSet, label) {
      const set = labelSet === undefined ? undefined : entryOf(schema).sets.get(labelSet)
      const named = label === undefined ? null : (set?.names.get(label) ?? label)
      return {
        label_set_id: labelSet ?? null,
        label_set: set?.label_set ?? null,
        label_id: label ?? null,
        label: named,
      }
    },
    question: (schema, id) => entryOf(schema).questions.get(id),
  }
}
