import {
  type Field,
  type FieldWriter,
  optionText,
  printCell,
  printExactly,
  says,
} from '@labelport/format'
import type { Answer, LabeledDocument, Question } from '@labelport/model'
import { readAnswerValue, sameValue } from './answers.ts'
import { type Kind, type KindAt, kindsOf } from './kinds.ts'
import type { JsonTabularOptions } from './options.ts'
import { isJson } from './scan.ts'
import { keptOf } from './style.ts'

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** A field that is no member: its key is left out. */
export const noMember = ''

/** Turns statements into JSON; values that were numbers, flags, null or nested are so again. */
export function jsonFields(
  document: LabeledDocument,
  several: JsonTabularOptions['several'],
): {
  readonly writer: FieldWriter<never>
  readonly blank: (row: number, column: number) => string
} {
  const kindAt: KindAt = kindsOf(keptOf(document).kinds)
  return {
    writer: {
      cell: ({ row, column, text }) => jsonOf(text, kindAt(row, column)),
      answer: (answer, question, multiple) =>
        answerField(answer, question, multiple, several === 'list'),
    },
    blank: (row, column) => {
      const kind = kindAt(row, column)
      return kind === 'z' || kind === '-' ? jsonOf('', kind) : '""'
    },
  }
}

/** A text as the value of a kind, where it still is one; as a string otherwise. */
export function jsonOf(text: string, kind: Kind | undefined): string {
  switch (kind) {
    case 'n':
      if (number.test(text)) return text
      break
    case 'b':
      if (text === 'true' || text === 'false') return text
      break
    case 'z':
      if (text === '') return 'null'
      break
    case '-':
      if (text === '') return noMember
      break
    case 'j':
      if (/^[[{]/.test(text) && isJson(text)) return text
      break
    case 's':
    case undefined:
      break
    default:
      kind satisfies never
  }
  return JSON.stringify(text)
}

function answerField(
  { value, extra }: Answer,
  question: Question | undefined,
  several: boolean,
  asList: boolean,
): Field<never> {
  const source = sourceOf(extra?.['json-tabular'])
  const kind = source === undefined ? 's' : kindOf(source)
  if (source !== undefined && question !== undefined) {
    const text: unknown = kind === 's' ? JSON.parse(source) : source
    const asked = { column: 0, question, several }
    const again = readAnswerValue(String(text), kind, asked).value
    if (sameValue(again, value)) return source
  }
  if (value.type === 'raw' && typeof value.json !== 'string') {
    const json = printExactly(value.json)
    return question === undefined ? { text: json, changed: 'answer-blurred' } : json
  }
  if (value.type === 'group') return groupField(value, question)
  const list = asList || kind === 'j' ? listOf(value, question) : undefined
  if (list !== undefined) {
    return list.clear ? list.json : { text: list.json, changed: 'answer-blurred' }
  }
  const text = printCell(value, question)
  const json = jsonOf(text, kind === 'j' ? 's' : kind)
  const clear = question !== undefined && text !== '' && says(text, value, question, several)
  return clear ? json : { text: json, changed: 'answer-blurred' }
}

/** Grouped answers are a list of objects, and no text. */
function groupField(value: Answer['value'], question: Question | undefined): Field<never> {
  const json = printCell(value, question)
  const clear = question !== undefined && says(json, value, question, false)
  return clear ? json : { text: json, changed: 'answer-blurred' }
}

/** Several answers as a list; `clear` when it can be read in one way only. */
function listOf(
  value: Answer['value'],
  question: Question | undefined,
): { readonly json: string; readonly clear: boolean } | undefined {
  const texts =
    value.type === 'texts'
      ? value.texts
      : value.type === 'choice'
        ? value.options.map((id) => optionText(id, question))
        : undefined
  if (texts === undefined) return undefined
  const json = JSON.stringify(texts)
  if (question === undefined) return { json, clear: false }
  const again = readAnswerValue(json, 'j', { column: 0, question, several: true }).value
  return { json, clear: texts.length > 0 && sameValue(again, value) }
}

function sourceOf(kept: unknown): string | undefined {
  if (typeof kept !== 'object' || kept === null || !('json' in kept)) return undefined
  return typeof kept.json === 'string' && isJson(kept.json) ? kept.json : undefined
}

function kindOf(json: string): Kind {
  if (json.startsWith('"')) return 's'
  if (/^[[{]/.test(json)) return 'j'
  if (json === 'null') return 'z'
  return json === 'true' || json === 'false' ? 'b' : 'n'
}
