import { type AnswerValue, type LabeledDocument, labelName, type Question } from '@labelport/model'

/** What splits are balanced by: labels, or choices and ticks that answer questions. */
export type Stratum = 'label' | 'answer'

/** What a document counts for when splits are balanced: each once, by readable names. */
export function strataOf({ annotations, schema }: LabeledDocument, by: Stratum): readonly string[] {
  const found = new Set<string>()
  const questions = new Map(schema.questions.map((one) => [one.id, one]))
  for (const one of annotations) {
    if (one.type === 'answer') {
      if (by !== 'answer') continue
      const question = questions.get(one.question)
      for (const said of namesOf(one.value, question)) {
        found.add(`${question?.text ?? one.question}: ${said}`)
      }
    } else if (by === 'label' && one.label !== undefined) {
      found.add(one.labelSet === undefined ? one.label : labelName(schema, one.labelSet, one.label))
    }
  }
  return [...found]
}

function namesOf(value: AnswerValue, question: Question | undefined): readonly string[] {
  if (value.type === 'flag') return [String(value.flag)]
  if (value.type !== 'choice') return []
  const options = question?.type === 'choice' ? question.options : []
  return value.options.map((id) => options.find((option) => option.id === id)?.name ?? id)
}
