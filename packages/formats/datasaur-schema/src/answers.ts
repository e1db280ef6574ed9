import {
  type AskedQuestion,
  isObject,
  type JsonObject,
  listField,
  objectField,
  readAnswerSet,
  readOrigin,
  readQuestions,
} from '@labelport/format'
import type { Annotation, Answer, AnswerTarget } from '@labelport/model'
import { formatId } from './extra.ts'
import { entriesOf } from './runs.ts'
import type { LabelScope } from './text-labels.ts'

/** Questions about the whole document and about its rows. */
export interface Asked {
  readonly document: readonly AskedQuestion[]
  readonly row: readonly AskedQuestion[]
}

/** The two sets of questions beside those of box classes: names, keys and prefixes of ids. */
export const questionLists = {
  document: {
    key: 'documentQuestions',
    scope: { prefix: 'document', about: { type: 'document' } },
  },
  row: { key: 'rowQuestions', scope: { prefix: 'row', about: { type: 'row' } } },
} as const

/** Reads `documentQuestions` and `rowQuestions`. */
export function readAsked(
  data: JsonObject,
  { findings, taken }: Pick<LabelScope, 'findings'> & { readonly taken: Set<string> },
): Asked {
  const read = ({ key, scope }: (typeof questionLists)['document' | 'row']) =>
    readQuestions(
      listField(data, key, '/data', findings),
      { ...scope, taken },
      `/data/${key}`,
      findings,
    )
  return { document: read(questionLists.document), row: read(questionLists.row) }
}

/** What reading answers needs besides. */
export interface AnswerScope
  extends Pick<LabelScope, 'findings' | 'ids' | 'users' | 'unread' | 'lists'> {
  readonly rows: ReadonlySet<number>
  /** Whether this is the run that gets the answers about the document. */
  readonly isFirst: boolean
}

/** Reads all answers that are not about boxes. */
export function readAnswers(data: JsonObject, asked: Asked, scope: AnswerScope): Annotation[] {
  const { findings, ids, isFirst } = scope
  const answers: Answer[] = []
  const set = isFirst ? objectField(data, 'documentAnswerSet', '/data', findings) : undefined
  if (set !== undefined) {
    answers.push(
      ...readAnswerSet(set, asked.document, {
        about: { type: 'document' },
        prefix: 'document',
        pointer: '/data/documentAnswerSet',
        ids,
        findings,
      }),
    )
  }
  answers.push(...readRowSets(data, asked, scope))
  answers.push(...readOpen(data, 'rowAnswers', asked, scope))
  answers.push(...readOpen(data, 'documentAnswers', asked, scope))
  return answers
}

/** Reads `rowAnswerSets`, whose name and shape are a guess: one object of answers for each row. */
function readRowSets(data: JsonObject, asked: Asked, scope: AnswerScope): Answer[] {
  const { findings, ids, rows } = scope
  const answers: Answer[] = []
  const { entries, placeOf } = entriesOf(data, 'rowAnswerSets', scope, findings)
  for (const [at, set] of entries.entries()) {
    const row = placeOf(at)
    const pointer = `/data/rowAnswerSets/${row}`
    if (set === null) continue
    if (!isObject(set)) {
      findings.wrongType(pointer, set, 'an object of answers or null')
    } else if (rows.has(row)) {
      const about = { type: 'row', row } as const
      answers.push(
        ...readAnswerSet(set, asked.row, { about, prefix: 'row', pointer, ids, findings }),
      )
    } else if (Object.values(set).some((value) => value !== null)) {
      const message = `Found answers about row ${row}, which has no cells; they are left out.`
      findings.add('error', 'answer-without-row', pointer, message)
    }
  }
  return answers
}

/** Where the unresolved answers of `rowAnswers` and `documentAnswers` go in the model. */
export function readOpenEntry(
  source: unknown,
  list: 'rowAnswers' | 'documentAnswers',
  rows: ReadonlySet<number>,
): { readonly set: JsonObject; readonly about: AnswerTarget } | undefined {
  if (!isObject(source) || !isObject(source.answers)) return undefined
  if (list === 'documentAnswers') return { set: source.answers, about: { type: 'document' } }
  const { row } = source
  if (typeof row !== 'number' || !rows.has(row)) return undefined
  return { set: source.answers, about: { type: 'row', row } }
}

/** Reads answers nobody decided on. Only `labeledBy` of their shape is documented; the rest is a guess. */
function readOpen(
  data: JsonObject,
  list: 'rowAnswers' | 'documentAnswers',
  asked: Asked,
  scope: AnswerScope,
): Answer[] {
  const { findings, ids, users } = scope
  const answers: Answer[] = []
  const { entries, placeOf } = entriesOf(data, list, scope, findings)
  for (const [at, source] of entries.entries()) {
    const index = placeOf(at)
    const pointer = `/data/${list}/${index}`
    const entry = readOpenEntry(source, list, scope.rows)
    if (entry === undefined || !isObject(source)) {
      const keys = isObject(source) ? Object.keys(source).join(', ') : typeof source
      const message = `Found an unresolved answer of an unknown shape (${keys}); it is kept as it is and not read.`
      findings.add('warning', 'unread-answer', pointer, message)
      keep(scope, list, index, source)
      continue
    }
    const prefix = list === 'rowAnswers' ? 'row' : 'document'
    const read = readAnswerSet(entry.set, asked[prefix], {
      about: entry.about,
      origin: readOrigin(source, pointer, users, findings, 'confidence'),
      prefix,
      pointer: `${pointer}/answers`,
      ids: { of: (id, fallback, at) => ids.next(id ?? fallback, at), next: ids.next },
      findings,
    })
    for (const answer of read) answers.push({ ...answer, extra: { [formatId]: { list, source } } })
  }
  return answers
}

function keep({ unread }: AnswerScope, list: string, index: number, source: unknown): void {
  unread[list] ??= []
  unread[list].push({ index, source })
}
