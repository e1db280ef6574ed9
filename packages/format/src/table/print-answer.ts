import type { Answer, AnswerValue, Question } from '@labelport/model'
import { sameJson } from '../datasaur/json-value.ts'
import { printExactly } from '../exact-json.ts'
import { optionText } from './answer-options.ts'
import { printGroup } from './group-text.ts'
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

/** Like `printValue`, and what has a structure is JSON. */
export function printCell(value: AnswerValue, question: Question | undefined): string {
  if (value.type === 'group') return printGroup(value, question)
  return printValue(value, question) ?? printExactly(value.type === 'raw' ? value.json : value)
}

/** The text of an answer: the one `format` read it from while it still says the same. */
export function printAnswer(
  { value, extra }: Answer,
  question: Question | undefined,
  several: boolean,
  format: string,
): string {
  const found = sourceText(extra?.[format])
  if (found !== undefined && question !== undefined && says(found, value, question, several)) {
    return found
  }
  return printCell(value, question)
}

/** Whether a cell with this text would be read as this value. */
export function says(
  text: string,
  value: AnswerValue,
  question: Question,
  several: boolean,
): boolean {
  const parsed = parseAnswer(text, question, several).value
  return sameJson(parsed, value)
}

function sourceText(found: unknown): string | undefined {
  if (typeof found !== 'object' || found === null || !('text' in found)) return undefined
  return typeof found.text === 'string' ? found.text : undefined
}
