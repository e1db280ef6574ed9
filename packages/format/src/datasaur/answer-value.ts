import type { AnswerValue, GroupAnswer, Question } from '@labelport/model'
import { integerDigits } from '../exact-json.ts'
import { type Findings, noFindings } from './findings.ts'
import { describeJson, isObject, sameJson } from './json-value.ts'
import type { AskedQuestion } from './questions.ts'

/** Reads the value of an answer; undefined when the question is not answered. */
export function readAnswerValue(
  value: unknown,
  asked: AskedQuestion,
  pointer: string,
  findings: Findings,
): AnswerValue | undefined {
  if (value === undefined || value === null) return undefined
  const { question } = asked
  const read = typed(value, asked, pointer, findings)
  if (read !== undefined) return read
  // As text, so that no digit is lost.
  const digits = integerDigits(value)
  if (digits !== undefined) return { type: 'text', text: digits }
  if (question.type !== 'other') {
    const message = `Found ${describeJson(value)} as the answer to a question of type ${question.type}; it is kept as it is.`
    findings.add('warning', 'unknown-answer', pointer, message)
  }
  return { type: 'raw', json: value }
}

function typed(
  value: unknown,
  asked: AskedQuestion,
  pointer: string,
  findings: Findings,
): AnswerValue | undefined {
  const { question } = asked
  switch (question.type) {
    case 'text':
      if (typeof value === 'string') return { type: 'text', text: value }
      return isTexts(value) ? { type: 'texts', texts: value } : undefined
    case 'url':
      return typeof value === 'string' ? { type: 'text', text: value } : undefined
    case 'choice': {
      const chosen = typeof value === 'string' ? [value] : value
      if (!isTexts(chosen)) return undefined
      return { type: 'choice', options: chosen.map((text) => optionId(text, asked)) }
    }
    case 'date':
    case 'time':
      return typeof value === 'string' ? { type: 'moment', iso: value } : undefined
    case 'flag':
      return typeof value === 'boolean' ? { type: 'flag', flag: value } : undefined
    case 'slider': {
      // Datasaur writes the number of a slider as text.
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      if (typeof number !== 'number' || !Number.isFinite(number)) return undefined
      // A text of more digits than a number holds stays one.
      const isExact = typeof value !== 'string' || !/^-?\d{16,}$/.test(value)
      return isExact || String(number) === value
        ? { type: 'number', number }
        : { type: 'text', text: value }
    }
    case 'group':
      return groupValue(value, asked, pointer, findings)
    case 'other':
      return undefined
    default:
      return question satisfies never
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** Plain dropdowns answer with an option's label, hierarchical ones with its id. */
function optionId(text: string, { question, source }: AskedQuestion): string {
  if (question.type !== 'choice' || source.type === 'HIERARCHICAL_DROPDOWN') return text
  return question.options.find(({ name }) => name === text)?.id ?? text
}

function groupValue(
  value: unknown,
  { children }: AskedQuestion,
  pointer: string,
  findings: Findings,
): AnswerValue | undefined {
  if (!Array.isArray(value) || !value.every(isObject)) return undefined
  const byKey = new Map(children.map((child) => [child.key, child]))
  const entries: GroupAnswer[][] = []
  for (const [index, entry] of value.entries()) {
    const answers: GroupAnswer[] = []
    for (const [key, item] of Object.entries(entry)) {
      const child = byKey.get(key) ?? byKey.get(key.replace(/^Q/, ''))
      // A group with an answer to no known question is kept raw as a whole.
      if (child === undefined) return undefined
      const read = readAnswerValue(item, child, `${pointer}/${index}/${key}`, findings)
      if (read !== undefined) answers.push({ question: child.question.id, value: read })
    }
    entries.push(answers)
  }
  return { type: 'group', entries }
}

/** The JSON of an answer: the source's own value while it means the same. */
export function answerJson(
  value: AnswerValue,
  asked: AskedQuestion | undefined,
  source: unknown,
): unknown {
  if (asked !== undefined && source !== undefined) {
    if (sameJson(readAnswerValue(source, asked, '', noFindings), value)) return source
  }
  switch (value.type) {
    case 'text':
      return integerDigits(source) === value.text ? source : value.text
    case 'texts':
      return value.texts
    case 'choice': {
      const texts = value.options.map((id) => optionText(id, asked))
      const single = texts.length === 1 && !isMultiple(asked?.question)
      return single ? texts[0] : texts
    }
    case 'number':
      return String(value.number)
    case 'flag':
      return value.flag
    case 'moment':
      return value.iso
    case 'raw':
      return value.json
    case 'group': {
      const byId = new Map(asked?.children.map((child) => [child.question.id, child]))
      return value.entries.map((entry) =>
        Object.fromEntries(
          entry.map((answer) => {
            const child = byId.get(answer.question)
            return [child?.key ?? answer.question, answerJson(answer.value, child, undefined)]
          }),
        ),
      )
    }
    default:
      return value satisfies never
  }
}

function optionText(id: string, asked: AskedQuestion | undefined): string {
  if (asked?.question.type !== 'choice' || asked.source.type === 'HIERARCHICAL_DROPDOWN') return id
  return asked.question.options.find((option) => option.id === id)?.name ?? id
}

function isMultiple(question: Question | undefined): boolean {
  return question?.type === 'choice' && question.multiple === true
}
