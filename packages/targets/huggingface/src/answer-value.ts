import { plainAnswer } from '@labelport/format'
import { type AnswerValue, hasLoneSurrogate, type Question } from '@labelport/model'
import type { ClassIds } from './class-ids.ts'
import type { FateCode } from './reasons.ts'
import { writtenOut } from './surrogates.ts'
import { flag, float64, listOf, text, type Value, type ValueType } from './value-type.ts'

/** A value for a column and, when it is not what was answered, why. */
export interface Converted {
  readonly value: Value
  readonly code?: FateCode
}

/** The type of a question's column. Kinds without a column type of their own stand as JSON text. */
export function columnType(question: Question, ids: ClassIds): ValueType {
  switch (question.type) {
    case 'choice': {
      const label: ValueType = { type: 'class-label', ids }
      return question.multiple === true ? listOf(label) : label
    }
    case 'flag':
      return flag
    case 'slider':
      return float64
    case 'text':
      return question.multiple === true ? listOf(text) : text
    default:
      return text
  }
}

/** Fits an answer into the column of its question; undefined when it does not fit at all. */
export function convertAnswer(
  value: AnswerValue,
  question: Question,
  type: ValueType,
  nameOf: (option: string) => string,
): Converted | undefined {
  switch (type.type) {
    case 'string':
      return toText(value, question)
    case 'float64':
      return value.type === 'number' && Number.isFinite(value.number)
        ? { value: value.number }
        : undefined
    case 'bool':
      return value.type === 'flag' ? { value: value.flag } : undefined
    case 'class-label': {
      const [only, ...more] = choicesOf(value)
      return only === undefined || more.length > 0
        ? undefined
        : { value: type.ids.idOf(nameOf(only)) }
    }
    case 'list':
      return toList(value, type.of, nameOf)
    default:
      return undefined
  }
}

function toText(value: AnswerValue, question: Question): Converted {
  if (value.type === 'moment') return { value: value.iso }
  if (value.type === 'text') return wellFormed(value.text)
  return { value: JSON.stringify(plainAnswer(value, question, writtenOut)), code: 'answer-as-json' }
}

function toList(
  value: AnswerValue,
  of: ValueType,
  nameOf: (option: string) => string,
): Converted | undefined {
  if (of.type === 'class-label') {
    const choices = choicesOf(value)
    const known = value.type === 'choice' || value.type === 'text' || value.type === 'texts'
    return known ? { value: choices.map((option) => of.ids.idOf(nameOf(option))) } : undefined
  }
  if (value.type === 'text') return { value: [writtenOut(value.text)] }
  if (value.type !== 'texts') return undefined
  const texts = value.texts.map(writtenOut)
  const whole = !value.texts.some(hasLoneSurrogate)
  return whole ? { value: texts } : { value: texts, code: 'lone-surrogate' }
}

function choicesOf(value: AnswerValue): readonly string[] {
  if (value.type === 'choice') return value.options
  if (value.type === 'texts') return value.texts
  return value.type === 'text' ? [value.text] : []
}

function wellFormed(answer: string): Converted {
  return hasLoneSurrogate(answer)
    ? { value: writtenOut(answer), code: 'lone-surrogate' }
    : { value: answer }
}
