import {
  type LabeledDocument,
  type LabelNames,
  type LabelSchema,
  labelNames,
  type Question,
} from '@labelport/model'

/** Class names in the order they were met; the names of a schema count as met with its first document. */
export interface LabelsInUse {
  readonly text: readonly string[]
  readonly box: readonly string[]
  /** The names of choices by the text of their question. */
  readonly questions: ReadonlyMap<string, readonly string[]>
}

/** Collects class names document by document. */
export interface LabelCollector {
  add(document: LabeledDocument): void
  labels(): LabelsInUse
}

interface SchemaNames {
  readonly text: LabelNames
  readonly box: LabelNames
  readonly questions: ReadonlyMap<string, { readonly text: string; readonly names: LabelNames }>
}

/** Opens an empty collection. Memory grows with the names, not with the documents. */
export function openLabelCollector(): LabelCollector {
  const text = new Set<string>()
  const box = new Set<string>()
  const questions = new Map<string, Set<string>>()
  const known = new WeakMap<LabelSchema, SchemaNames>()
  const choicesOf = (question: string): Set<string> => {
    const names = questions.get(question) ?? new Set<string>()
    questions.set(question, names)
    return names
  }
  const meet = (schema: LabelSchema): SchemaNames => {
    const found = known.get(schema)
    if (found !== undefined) return found
    const names = namesOf(schema)
    known.set(schema, names)
    for (const name of names.text.names) text.add(name)
    for (const name of names.box.names) box.add(name)
    for (const one of names.questions.values())
      for (const name of one.names.names) choicesOf(one.text).add(name)
    return names
  }
  return {
    add({ schema, annotations }) {
      const names = meet(schema)
      for (const one of annotations) {
        if (one.type === 'span') text.add(names.text.nameOf(one.labelSet, one.label))
        else if (one.type === 'box') box.add(names.box.nameOf(one.labelSet, one.label))
        else if (one.type === 'answer' && one.value.type === 'choice') {
          const question = names.questions.get(one.question)
          if (question === undefined) continue
          for (const option of one.value.options)
            choicesOf(question.text).add(question.names.nameOf('', option))
        }
      }
    },
    labels: () => ({
      text: [...text],
      box: [...box],
      questions: new Map([...questions].map(([question, names]) => [question, [...names]])),
    }),
  }
}

function namesOf(schema: LabelSchema): SchemaNames {
  return {
    text: labelNames(schema, 'text'),
    box: labelNames(schema, 'box'),
    questions: new Map(
      schema.questions.flatMap((question) => {
        const names = choiceNames(question)
        return names === undefined ? [] : [[question.id, { text: question.text, names }]]
      }),
    ),
  }
}

function choiceNames(question: Question): LabelNames | undefined {
  if (question.type !== 'choice') return undefined
  const labelSets = [{ id: '', appliesTo: 'text' as const, labels: question.options }]
  return labelNames({ labelSets, questions: [] }, 'text')
}
