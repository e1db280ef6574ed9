import type { AnswerValue, GroupAnswer, Question } from '@labelport/model'
import { isObject } from '../datasaur/json-value.ts'
import { parseExactly, printExactly } from '../exact-json.ts'
import { optionText } from './answer-options.ts'

type Group = Extract<AnswerValue, { readonly type: 'group' }>

/**
 * Grouped answers as JSON: a list with an object for each entry, whose keys are the texts of the questions, or
 * their ids where two are asked in the same words.
 */
export function printGroup(value: Group, question: Question | undefined): string {
  return printExactly(groupJson(value, childrenOf(question)))
}

/** Reads the text of one answer; undefined when it does not fit the question. */
type ParseText = (text: string, question: Question) => AnswerValue | undefined

/** Reads what `printGroup` wrote; undefined when the text is something else. */
export function parseGroup(
  text: string,
  question: Question,
  parseText: ParseText,
): Group | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    return groupOf(parseExactly(text), childrenOf(question), parseText)
  } catch {
    return undefined
  }
}

function childrenOf(question: Question | undefined): readonly Question[] {
  return question?.type === 'group' ? question.questions : []
}

function groupJson({ entries }: Group, children: readonly Question[]): unknown {
  return entries.map((entry) =>
    Object.fromEntries(
      entry.map(({ question: id, value }) => {
        const child = children.find((one) => one.id === id)
        return [child === undefined ? id : keyOf(child, children), jsonOf(value, child)]
      }),
    ),
  )
}

function keyOf({ id, text }: Question, children: readonly Question[]): string {
  const alone = children.every(
    (other) => other.id === id || (other.text !== text && other.id !== text),
  )
  return alone ? text : id
}

function jsonOf(value: AnswerValue, question: Question | undefined): unknown {
  switch (value.type) {
    case 'text':
      return value.text
    case 'texts':
      return value.texts
    case 'choice': {
      const names = value.options.map((id) => optionText(id, question))
      const isOne = question?.type === 'choice' && question.multiple !== true && names.length === 1
      return isOne ? names[0] : names
    }
    case 'number':
      return value.number
    case 'flag':
      return value.flag
    case 'moment':
      return value.iso
    case 'group':
      return groupJson(value, childrenOf(question))
    case 'raw':
      return value.json
    default:
      return value satisfies never
  }
}

function groupOf(
  json: unknown,
  children: readonly Question[],
  parseText: ParseText,
): Group | undefined {
  if (!Array.isArray(json) || !json.every(isObject)) return undefined
  const byKey = new Map(children.map((child) => [child.id, child]))
  for (const child of children) byKey.set(keyOf(child, children), child)
  const entries = json.map((entry) =>
    Object.entries(entry).map(([key, one]): GroupAnswer => {
      const child = byKey.get(key)
      if (child === undefined) return { question: key, value: { type: 'raw', json: one } }
      return {
        question: child.id,
        value: childValue(one, child, parseText) ?? { type: 'raw', json: one },
      }
    }),
  )
  return { type: 'group', entries }
}

function childValue(
  json: unknown,
  question: Question,
  parseText: ParseText,
): AnswerValue | undefined {
  if (question.type === 'group') return groupOf(json, question.questions, parseText)
  if (typeof json === 'boolean') {
    return question.type === 'flag' ? { type: 'flag', flag: json } : undefined
  }
  if (typeof json === 'number') {
    return question.type === 'slider' ? { type: 'number', number: json } : undefined
  }
  if (typeof json === 'string') return parseText(json, question)
  if (!Array.isArray(json) || !json.every((item) => typeof item === 'string')) return undefined
  if (question.type === 'text') return { type: 'texts', texts: json }
  if (question.type !== 'choice') return undefined
  const options: string[] = []
  for (const item of json) {
    const one = parseText(item, question)
    if (one?.type !== 'choice') return undefined
    for (const id of one.options) options.push(id)
  }
  return { type: 'choice', options }
}
