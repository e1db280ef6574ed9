import type { Option, Question, QuestionKind, QuestionTarget } from '@labelport/model'
import { idField, listField, numberField, objectField, textField } from './fields.ts'
import { type Findings, noFindings } from './findings.ts'
import { integerOrText, uniqueIds } from './ids.ts'
import { isObject, type JsonObject, sameJson } from './json-value.ts'

/** Where questions stand: ids of a file's sets overlap, so the model's ids begin with the set's name. */
export interface QuestionScope {
  readonly prefix: string
  readonly about: QuestionTarget
  /** Ids given so far in the file. */
  readonly taken: Set<string>
}

/** A question, the key of its answers in the file, and how the file has it. */
export interface AskedQuestion {
  readonly key: string
  readonly question: Question
  readonly source: JsonObject
  /** The questions of a group. */
  readonly children: readonly AskedQuestion[]
}

/** Reads a list of questions. */
export function readQuestions(
  list: readonly unknown[],
  { prefix, about, taken }: QuestionScope,
  pointer: string,
  findings: Findings,
): AskedQuestion[] {
  const asked: AskedQuestion[] = []
  const ids = uniqueIds(findings)
  for (const [index, source] of list.entries()) {
    const at = `${pointer}/${index}`
    if (!isObject(source)) {
      findings.wrongType(at, source, 'a question')
      continue
    }
    const key = ids.of(idField(source, 'id', at, findings), String(index), at)
    const { internalId } = source
    const isNamed = typeof internalId === 'string' && internalId !== '' && !taken.has(internalId)
    const id = isNamed ? internalId : `${prefix}:${key}`
    taken.add(id)
    const config = objectField(source, 'config', at, findings) ?? {}
    const children =
      source.type === 'NESTED'
        ? readQuestions(
            listField(config, 'questions', `${at}/config`, findings),
            { prefix: id, about, taken },
            `${at}/config/questions`,
            findings,
          )
        : []
    const question: Question = {
      id,
      text: textOf(source, at, findings),
      about,
      ...(typeof source.required === 'boolean' && { required: source.required }),
      ...kindOf(source, config, children, at, findings),
    }
    asked.push({ key, question, source, children })
  }
  return asked
}

/** Older files have the column's name where newer ones have a label. */
function textOf(source: JsonObject, pointer: string, findings: Findings): string {
  const label = textField(source, 'label', pointer, findings)
  return label ?? textField(source, 'name', pointer, findings) ?? ''
}

function kindOf(
  source: JsonObject,
  config: JsonObject,
  children: readonly AskedQuestion[],
  pointer: string,
  findings: Findings,
): QuestionKind {
  const multiple = typeof config.multiple === 'boolean' ? { multiple: config.multiple } : {}
  switch (source.type) {
    case 'TEXT': {
      const { multiline } = config
      return { type: 'text', ...multiple, ...(typeof multiline === 'boolean' && { multiline }) }
    }
    case 'DROPDOWN':
    case 'HIERARCHICAL_DROPDOWN':
      return { type: 'choice', ...multiple, options: optionsOf(config, pointer, findings) }
    case 'DATE':
      return { type: 'date' }
    case 'TIME':
      return { type: 'time' }
    case 'CHECKBOX':
      return { type: 'flag' }
    case 'SLIDER': {
      const min = numberField(config, 'min', `${pointer}/config`, findings)
      const max = numberField(config, 'max', `${pointer}/config`, findings)
      const step = numberField(config, 'step', `${pointer}/config`, findings)
      return {
        type: 'slider',
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(step !== undefined && { step }),
      }
    }
    case 'URL':
      return { type: 'url' }
    case 'NESTED':
      return { type: 'group', questions: children.map(({ question }) => question) }
    default: {
      const name = typeof source.type === 'string' ? source.type : ''
      const message = `Found a question of type ${JSON.stringify(source.type ?? null)}, which is not known here; its answers are kept as they are.`
      findings.add('warning', 'unknown-question-type', `${pointer}/type`, message)
      return { type: 'other', name }
    }
  }
}

function optionsOf(config: JsonObject, pointer: string, findings: Findings): Option[] {
  const options: Option[] = []
  const at = `${pointer}/config`
  for (const [index, source] of listField(config, 'options', at, findings).entries()) {
    const place = `${at}/options/${index}`
    const id = isObject(source) ? idField(source, 'id', place, findings) : undefined
    if (!isObject(source) || id === undefined) {
      findings.wrongType(place, source, 'an option with an id')
      continue
    }
    const name = textField(source, 'label', place, findings) ?? id
    const parent = idField(source, 'parentId', place, findings)
    options.push({ id, name, ...(parent !== undefined && { parent }) })
  }
  return options
}

/** Writes questions; a question of the source comes back as it was while it means the same. */
export function writeQuestions(
  questions: readonly Question[],
  source: unknown,
  scope: QuestionScope,
): AskedQuestion[] {
  const list = Array.isArray(source) ? source : []
  const known = new Map(
    readQuestions(list, scope, '', noFindings).map((asked) => [asked.question.id, asked]),
  )
  const taken = new Set([...known.values()].map(({ key }) => key))
  let next = 0
  const freeKey = (wished: string | undefined): string => {
    let key = wished
    for (; key === undefined || taken.has(key); next += 1) key = String(next)
    taken.add(key)
    return key
  }
  return questions.map((question) => {
    const before = known.get(question.id)
    if (before !== undefined && sameJson(before.question, question)) return before
    const own = question.id.startsWith(`${scope.prefix}:`)
      ? question.id.slice(scope.prefix.length + 1)
      : undefined
    const key = before?.key ?? freeKey(own !== undefined && /^\d{1,9}$/.test(own) ? own : undefined)
    const children =
      question.type === 'group'
        ? writeQuestions(question.questions, questionsIn(before?.source), {
            prefix: question.id,
            about: question.about,
            taken: scope.taken,
          })
        : []
    const isNumbered = question.id === `${scope.prefix}:${key}`
    const name = before !== undefined || isNumbered ? undefined : question.id
    const source = encode(question, key, name, before?.source, children)
    return { key, question, source, children }
  })
}

function questionsIn(source: JsonObject | undefined): unknown {
  return isObject(source?.config) ? source.config.questions : undefined
}

const typeNames = {
  text: 'TEXT',
  choice: 'DROPDOWN',
  date: 'DATE',
  time: 'TIME',
  flag: 'CHECKBOX',
  slider: 'SLIDER',
  url: 'URL',
  group: 'NESTED',
} as const satisfies Partial<Record<Question['type'], string>>

function encode(
  question: Question,
  key: string,
  internalId: string | undefined,
  source: JsonObject | undefined,
  children: readonly AskedQuestion[],
): JsonObject {
  return {
    ...source,
    id: source?.id ?? integerOrText(key),
    ...(internalId !== undefined && { internalId }),
    label: question.text,
    required: question.required,
    type: typeNameOf(question, source),
    config: {
      ...(isObject(source?.config) ? source.config : undefined),
      ...configOf(question, children),
    },
  }
}

function typeNameOf(question: Question, source: JsonObject | undefined): string {
  if (question.type === 'other') return question.name
  if (question.type !== 'choice') return typeNames[question.type]
  const hierarchical =
    source?.type === 'HIERARCHICAL_DROPDOWN' ||
    question.options.some((option) => option.parent !== undefined)
  return hierarchical ? 'HIERARCHICAL_DROPDOWN' : 'DROPDOWN'
}

function configOf(question: Question, children: readonly AskedQuestion[]): JsonObject {
  switch (question.type) {
    case 'text':
      return { multiline: question.multiline, multiple: question.multiple }
    case 'choice':
      return {
        options: question.options.map(({ id, name, parent }) => ({
          id,
          label: name,
          parentId: parent,
        })),
        multiple: question.multiple,
      }
    case 'slider':
      return { min: question.min, max: question.max, step: question.step }
    case 'group':
      return { questions: children.map(({ source }) => source) }
    case 'date':
    case 'time':
    case 'flag':
    case 'url':
    case 'other':
      return {}
    default:
      return question satisfies never
  }
}
