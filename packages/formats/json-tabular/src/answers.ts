import {
  type AnswerColumn,
  type ParsedAnswer,
  parseAnswer,
  parseExactly,
  printCell,
  type ReadAnswer,
} from '@labelport/format'
import type { AnswerValue } from '@labelport/model'
import type { Kind } from './kinds.ts'

/** What an answer keeps of the value it was read from: the value as it stood. */
export interface KeptAnswer {
  readonly json: string
}

/** Reads a value as an answer; a list holds several. */
export function readAnswerValue(text: string, kind: Kind, asked: AnswerColumn): ReadAnswer {
  const { question, several } = asked
  if (kind !== 'j') {
    const parsed = parseAnswer(text, question, several)
    const plain = kind === 's' && printCell(parsed.value, question) === text
    return plain ? parsed : withSource(parsed, kind === 's' ? JSON.stringify(text) : text)
  }
  if (question.type === 'group') return withSource(parseAnswer(text, question, several), text)
  const json = parseExactly(text)
  const list = Array.isArray(json) ? readList(json, asked) : undefined
  const raw = { value: { type: 'raw', json }, trouble: 'unexpected-value' } as const
  return withSource(list ?? raw, text)
}

function withSource(parsed: ParsedAnswer, json: string): ReadAnswer {
  return { ...parsed, kept: { json } satisfies KeptAnswer }
}

/** Undefined unless the list is one of texts for a question that has texts. */
function readList(list: readonly unknown[], { question }: AnswerColumn): ParsedAnswer | undefined {
  if (!list.every((item): item is string => typeof item === 'string')) return undefined
  if (question.type === 'text') return { value: { type: 'texts', texts: list } }
  if (question.type !== 'choice') return undefined
  const parts = list.map((item) => parseAnswer(item, question, false))
  if (parts.some(({ value }) => value.type !== 'choice')) return undefined
  const options = parts.flatMap(({ value }) => (value.type === 'choice' ? value.options : []))
  const trouble = parts.find((part) => part.trouble !== undefined)?.trouble
  return { value: { type: 'choice', options }, ...(trouble && { trouble }) }
}

/** Whether two values say the same, whatever the order of their keys. */
export function sameValue(a: AnswerValue, b: AnswerValue): boolean {
  const inOrder = ({ type, ...rest }: AnswerValue): string => JSON.stringify({ type, ...rest })
  return inOrder(a) === inOrder(b)
}
