import type { Answer, AnswerTarget, AnswerValue, Origin } from '@labelport/model'
import { unknownOrigin } from '@labelport/model'
import { integerDigits } from '../exact-json.ts'
import { pointerStep } from '../json.ts'
import { answerJson, readAnswerValue } from './answer-value.ts'
import type { Findings } from './findings.ts'
import type { UniqueIds } from './ids.ts'
import { describeJson, type JsonObject } from './json-value.ts'
import type { AskedQuestion } from './questions.ts'

/** Reads an object of answers by question key. Null and missing mean the question is not answered. */
export function readAnswerSet(
  set: JsonObject,
  asked: readonly AskedQuestion[],
  scope: {
    readonly about: AnswerTarget
    readonly origin?: Origin
    /** Begins the ids of questions the file does not declare. */
    readonly prefix: string
    readonly pointer: string
    readonly ids: UniqueIds
    readonly findings: Findings
  },
): Answer[] {
  const { about, origin = unknownOrigin, prefix, pointer, ids, findings } = scope
  const byKey = new Map(asked.map((one) => [one.key, one]))
  const answers: Answer[] = []
  for (const [key, value] of Object.entries(set)) {
    const at = pointer + pointerStep(key)
    const question = questionOf(key, byKey)
    let read: AnswerValue | undefined
    if (question !== undefined) read = readAnswerValue(value, question, at, findings)
    else if (value !== null && value !== undefined) {
      const message = `Found ${describeJson(value)} as the answer to a question "${key}" that the file does not ask; it is kept as it is.`
      findings.add('warning', 'unknown-question', at, message)
      const digits = integerDigits(value)
      read = digits === undefined ? { type: 'raw', json: value } : { type: 'text', text: digits }
    }
    if (read === undefined) continue
    const id = question?.question.id ?? `${prefix}:${key}`
    const unique = `answer:${id}${placeText(about)}`
    answers.push({
      type: 'answer',
      id: ids.of(unique, unique, at),
      question: id,
      about,
      value: read,
      origin,
    })
  }
  return answers
}

/** Pre-labeling writes `Q0` where exports write `0`. */
function questionOf(
  key: string,
  byKey: ReadonlyMap<string, AskedQuestion>,
): AskedQuestion | undefined {
  return byKey.get(key) ?? byKey.get(key.replace(/^Q/, ''))
}

function placeText(about: AnswerTarget): string {
  if (about.type === 'row') return `@${about.row}`
  return about.type === 'annotation' ? `@${about.id}` : ''
}

/**
 * The object of answers to write. Keys of the source keep their order and spelling; a question that is no
 * longer answered becomes null or goes, as `unanswered` says.
 */
export function writeAnswerSet(
  answers: ReadonlyMap<string, Answer>,
  asked: readonly AskedQuestion[],
  source: JsonObject | undefined,
  { prefix, unanswered }: { readonly prefix: string; readonly unanswered: 'null' | 'missing' },
): JsonObject {
  const byKey = new Map(asked.map((one) => [one.key, one]))
  const entries = new Map<string, unknown>()
  const written = new Set<string>()
  for (const [key, value] of Object.entries(source ?? {})) {
    const question = questionOf(key, byKey)
    const id = question?.question.id ?? `${prefix}:${key}`
    const answer = answers.get(id)
    written.add(id)
    if (answer !== undefined) entries.set(key, answerJson(answer.value, question, value))
    else if (value === null || unanswered === 'null') entries.set(key, null)
  }
  for (const { key, question } of asked) {
    if (written.has(question.id)) continue
    written.add(question.id)
    const answer = answers.get(question.id)
    const known = byKey.get(key)
    if (answer !== undefined) entries.set(key, answerJson(answer.value, known, undefined))
    else if (unanswered === 'null' && source === undefined) entries.set(key, null)
  }
  for (const [id, answer] of answers) {
    if (written.has(id)) continue
    const key = id.startsWith(`${prefix}:`) ? id.slice(prefix.length + 1) : id
    entries.set(entries.has(key) ? id : key, answerJson(answer.value, undefined, undefined))
  }
  return Object.fromEntries(entries)
}
