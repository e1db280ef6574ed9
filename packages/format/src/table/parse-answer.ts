import type { AnswerValue, Question } from '@labelport/model'
import { readOptions } from './answer-options.ts'
import { parseGroup } from './group-text.ts'

/** An answer as a cell tells it. */
export interface ParsedAnswer {
  readonly value: AnswerValue
  /** What was odd about the text. Absent means nothing. */
  readonly trouble?: 'no-such-option' | 'ambiguous-answer' | 'unexpected-value'
}

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const longInteger = /^-?[1-9]\d{15,}$/
const date = /^\d{4}-\d{2}-\d{2}$/
const time = /^(\d{2}:\d{2})(:\d{2})?(\.\d{1,3})?$/

/** Reads the text of a cell as the answer to a question; a text that does not fit stays as it is. */
export function parseAnswer(text: string, question: Question, several: boolean): ParsedAnswer {
  switch (question.type) {
    case 'text':
    case 'url':
      return {
        value: several ? { type: 'texts', texts: text.split(';') } : { type: 'text', text },
      }
    case 'choice': {
      const reading = readOptions(text, question.options, several)
      if (reading.type === 'ambiguous') return raw(text, 'ambiguous-answer')
      const value = { type: 'choice', options: reading.ids } as const
      return reading.unknown.length > 0 ? { value, trouble: 'no-such-option' } : { value }
    }
    case 'flag': {
      const word = text.toLowerCase()
      if (word !== 'true' && word !== 'false') return raw(text, 'unexpected-value')
      return { value: { type: 'flag', flag: word === 'true' } }
    }
    case 'slider':
      if (!number.test(text)) return raw(text, 'unexpected-value')
      // More digits than a number holds stay a text.
      if (longInteger.test(text) && String(Number(text)) !== text) {
        return { value: { type: 'text', text } }
      }
      return { value: { type: 'number', number: Number(text) } }
    case 'date':
      if (!date.test(text)) return raw(text, 'unexpected-value')
      return { value: { type: 'moment', iso: text } }
    case 'time': {
      const [, minutes, seconds = ':00', fraction = '.'] = time.exec(text) ?? []
      if (minutes === undefined) return raw(text, 'unexpected-value')
      return { value: { type: 'moment', iso: minutes + seconds + fraction.padEnd(4, '0') } }
    }
    case 'group': {
      const value = parseGroup(text, question, parsePart)
      return value === undefined ? raw(text, 'unexpected-value') : { value }
    }
    case 'other':
      return raw(text)
    default:
      return question satisfies never
  }
}

/** A text inside of a group says one thing. */
function parsePart(text: string, question: Question): AnswerValue | undefined {
  const { value, trouble } = parseAnswer(text, question, false)
  return trouble === undefined || trouble === 'no-such-option' ? value : undefined
}

function raw(text: string, trouble?: ParsedAnswer['trouble']): ParsedAnswer {
  const value = { type: 'raw', json: text } as const
  return trouble === undefined ? { value } : { value, trouble }
}
