import { optionText } from '@labelport/format'
import type { AnswerValue, Question } from '@labelport/model'

/** The tag that asks, and the value it would give. */
export interface AnswerForm {
  readonly tag: ControlTag
  readonly value: Readonly<Record<string, unknown>>
  /** Names that have to be among the choices, as paths from the top. */
  readonly paths: readonly (readonly string[])[]
  /** Whether the answer is written as a text for want of a better control. */
  readonly asJson: boolean
}

/** The tags that ask. */
export type ControlTag = 'TextArea' | 'Choices' | 'Taxonomy' | 'Number' | 'Date' | 'Time'

/** How an answer is written. */
export function formOf(
  value: AnswerValue,
  question: Question | undefined,
  spelled: (name: string) => string,
): AnswerForm {
  const form = (tag: ControlTag, json: AnswerForm['value'], paths: AnswerForm['paths'] = []) => {
    return { tag, value: json, paths, asJson: false }
  }
  switch (value.type) {
    case 'text':
      return form('TextArea', { text: [value.text] })
    case 'texts':
      return form('TextArea', { text: value.texts })
    case 'number':
      return form('Number', { number: value.number })
    case 'flag': {
      const choices = [String(value.flag)]
      return form('Choices', { choices }, [choices])
    }
    case 'moment':
      return form(/^\d{4}-/.test(value.iso) ? 'Date' : 'Time', { datetime: value.iso })
    case 'choice': {
      const paths = value.options.map((id) => pathOf(id, question).map(spelled))
      if (tagOf(question) === 'Taxonomy') return form('Taxonomy', { taxonomy: paths }, paths)
      return form('Choices', { choices: paths.flatMap((path) => path.slice(-1)) }, paths)
    }
    case 'group':
    case 'raw': {
      const json = value.type === 'group' ? value.entries : value.json
      return { ...form('TextArea', { text: [JSON.stringify(json) ?? ''] }), asJson: true }
    }
    default:
      return value satisfies never
  }
}

/** The tag for a question nobody has answered. */
export function tagOf(question: Question | undefined): ControlTag {
  switch (question?.type) {
    case 'choice':
      return question.options.some(({ parent }) => parent !== undefined) ? 'Taxonomy' : 'Choices'
    case 'flag':
      return 'Choices'
    case 'date':
      return 'Date'
    case 'time':
      return 'Time'
    case 'slider':
      return 'Number'
    case 'text':
    case 'url':
    case 'group':
    case 'other':
    case undefined:
      return 'TextArea'
    default:
      return question satisfies never
  }
}

/** All choices of a question, as paths from the top. */
export function pathsOf(question: Question | undefined): readonly (readonly string[])[] {
  if (question?.type === 'flag') return [['true'], ['false']]
  if (question?.type !== 'choice') return []
  return question.options.map(({ id }) => pathOf(id, question))
}

function pathOf(id: string, question: Question | undefined): readonly string[] {
  const path = [optionText(id, question)]
  if (question?.type !== 'choice') return path
  const seen = new Set([id])
  let parent = question.options.find((option) => option.id === id)?.parent
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent)
    path.unshift(optionText(parent, question))
    parent = question.options.find((option) => option.id === parent)?.parent
  }
  return path
}
