import type { Answer, AnswerValue, Question } from '@labelport/model'
import { parseAnswer } from './parse-answer.ts'

/** A value as the text of a cell; undefined when a cell cannot hold it. */
export function printValue(value: AnswerValue, question: Question | undefined): string | undefined {
  switch (value.type) {
    case 'text':
      return value.text
    case 'texts':
      return value.texts.join(';')
    case 'choice':
      return value.options.map((id) => optionText(id, question)).join(';')
    case 'number':
      return String(value.number)
    case 'flag':
      return String(value.flag)
    case 'moment':
      return value.iso
    case 'raw':
      return typeof value.json === 'string' ? value.json : undefined
    case 'group':
      return undefined
    default:
      return value satisfies never
  }
}

/** The text of an answer: the one `format` read it from while it still says the same. */
export function printAnswer(
  { value, extra }: Answer,
  question: Question | undefined,
  several: boolean,
  format: string,
): string | undefined {
  const found = sourceText(extra?.[format])
  if (found !== undefined && question !== undefined && says(found, value, question, several)) {
    return found
  }
  return printValue(value, question)
}

/** Whether a cell with this text would be read as this value. */
export function says(
  text: string,
  value: AnswerValue,
  question: Question,
  several: boolean,
): boolean {
  const parsed = parseAnswer(text, question, several).value
  return JSON.stringify(parsed) === JSON.stringify(inOrder(value))
}

function sourceText(found: unknown): string | undefined {
  if (typeof found !== 'object' || found === null || !('text' in found)) return undefined
  return typeof found.text === 'string' ? found.text : undefined
}

/** What a cell shows of an option: its name, or its id where others share the name. */
export function optionText(id: string, question: Question | undefined): string {
  if (question?.type !== 'choice') return id
  const option = question.options.find((candidate) => candidate.id === id)
  if (option === undefined) return id
  const alone = question.options.every(
    (other) => other === option || (other.name !== option.name && other.id !== option.name),
  )
  return alone ? option.name : id
}

/** The value with its type first, as `parseAnswer` makes it. */
function inOrder({ type, ...rest }: AnswerValue): object {
  return { type, ...rest }
}
