import {
  type Annotation,
  type AnswerTarget,
  type AnswerValue,
  type Question,
  unknownOrigin,
} from '@labelport/model'
import { list, type Reading, type Row } from './fields.ts'

/** The answers that stand in the columns of questions. */
export function answers(
  { classes }: Reading,
  row: Row,
  questions: readonly Question[],
  about: AnswerTarget,
): Annotation[] {
  return questions.flatMap((question): Annotation[] => {
    const found = row[question.text]
    if (found === null || found === undefined) return []
    const value = answerValueOf(found, question, classes.get(question.text) ?? [])
    const id = `${JSON.stringify(about)}${question.id}`
    return [{ type: 'answer', id, question: question.id, about, value, origin: unknownOrigin }]
  })
}

/** The answers about the document. */
export function documentAnswers(reading: Reading): {
  readonly questions: readonly Question[]
  readonly annotations: readonly Annotation[]
} {
  const questions = reading.original.schema.questions.filter(
    ({ about }) => about.type === 'document',
  )
  const [row = {}] = reading.rows
  return { questions, annotations: answers(reading, row, questions, { type: 'document' }) }
}

function answerValueOf(found: unknown, question: Question, names: readonly string[]): AnswerValue {
  switch (question.type) {
    case 'choice': {
      const ids = list(question.multiple === true ? found : [found]).map(
        (id) => names[Number(id)] ?? '',
      )
      const options = ids.map(
        (name) => question.options.find((one) => one.name === name)?.id ?? name,
      )
      return { type: 'choice', options }
    }
    case 'flag':
      return { type: 'flag', flag: found === true }
    case 'slider':
      return { type: 'number', number: Number(found) }
    case 'date':
    case 'time':
      return { type: 'moment', iso: String(found) }
    default:
      return Array.isArray(found)
        ? { type: 'texts', texts: found.map(String) }
        : { type: 'text', text: String(found) }
  }
}
