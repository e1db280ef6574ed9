import type { AnswerValue, Question } from '@labelport/model'
import { printExactly } from '../exact-json.ts'
import { optionText } from '../table/answer-options.ts'
import { printValue } from '../table/print-answer.ts'

/** A value of an answer as fields of a table, none of which changes its type from answer to answer. */
export interface FlatValue {
  readonly value_type: AnswerValue['type']
  /** What people read: texts, names of choices, numbers and flags as texts. Empty for groups and `raw`. */
  readonly values: readonly string[]
  /** Of choices; null otherwise. */
  readonly option_ids: readonly string[] | null
  readonly number: number | null
  readonly flag: boolean | null
  /** Groups and values of unknown shape as JSON; null otherwise. */
  readonly json: string | null
}

/** The fields of a value. */
export function flatValue(value: AnswerValue, question: Question | undefined): FlatValue {
  const base = { value_type: value.type, option_ids: null, number: null, flag: null, json: null }
  switch (value.type) {
    case 'texts':
      return { ...base, values: value.texts }
    case 'choice': {
      const values = value.options.map((id) => optionText(id, question))
      return { ...base, values, option_ids: value.options }
    }
    case 'number':
      return { ...base, values: [String(value.number)], number: value.number }
    case 'flag':
      return { ...base, values: [String(value.flag)], flag: value.flag }
    case 'text':
    case 'moment':
      return { ...base, values: [printValue(value, question) ?? ''] }
    case 'group':
      return { ...base, values: [], json: JSON.stringify(value.entries) }
    case 'raw':
      return { ...base, values: [], json: printExactly(value.json) }
    default:
      return value satisfies never
  }
}
