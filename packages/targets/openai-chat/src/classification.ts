import { flatValue } from '@labelport/format'
import type { Answer, LabelSchema, Question } from '@labelport/model'
import type { Settlement } from './settlement.ts'
import type { Units } from './units.ts'

/**
 * The question whose answers are asked for: the wanted one by id or text, else the first choice about documents or
 * rows, else the first question about them. It depends on the schema alone, so all documents of a project agree.
 */
export function questionOf({ questions }: LabelSchema, wanted: string): Question | undefined {
  const asked = questions.filter(
    ({ about, type }) => (about.type === 'document' || about.type === 'row') && type !== 'group',
  )
  if (wanted !== '') {
    return asked.find(({ id }) => id === wanted) ?? asked.find(({ text }) => text === wanted)
  }
  return asked.find(({ type }) => type === 'choice') ?? asked[0]
}

/** The answer to each unit; undefined where the question has none. */
export function classificationAnswers(
  answers: readonly Answer[],
  question: Question | undefined,
  { units }: Units,
  form: 'names' | 'json',
  { fates, claim }: Pick<Settlement, 'fates' | 'claim'>,
): readonly (string | undefined)[] {
  const byRow = new Map(units.map(({ row }, index) => [row, index]))
  const found = new Array<string | undefined>(units.length).fill(undefined)
  for (const answer of answers) {
    const { id, about, value } = answer
    const { type } = about
    if (type === 'annotation' || answer.question !== question?.id || type !== question.about.type) {
      fates.drop('answer', 'other-question', id)
      continue
    }
    const unit = byRow.get(type === 'row' ? about.row : undefined)
    const names = flatValue(value, question).values
    if (unit === undefined) fates.drop('answer', 'empty-text', id)
    else if (found[unit] !== undefined) fates.drop('answer', 'second-answer', id)
    else if (names.length === 0 || names.some((name) => name.trim() === '')) {
      fates.drop('answer', 'answer-not-class', id)
    } else {
      found[unit] = form === 'json' ? JSON.stringify({ labels: names }) : names.join('\n')
      claim('answer', id, [unit], value.type === 'choice' ? undefined : 'answer-as-text')
    }
  }
  return found
}
