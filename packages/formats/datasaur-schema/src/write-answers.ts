import {
  type AskedQuestion,
  isObject,
  type JsonObject,
  type LossName,
  lossOfPeople,
  noFindings,
  readAnswerSet,
  sameJson,
  textBoxLabel,
  uniqueIds,
  writeAnswerSet,
  writeOrigin,
} from '@labelport/format'
import type { Answer, Origin } from '@labelport/model'
import { readOpenEntry } from './answers.ts'
import { keptIn, keptObject } from './extra.ts'
import type { Outgoing } from './write-schema.ts'

type Answers = ReadonlyMap<string, Answer>

/** The settled answers about each span and box, by annotation id and question. */
export function answersAbout({
  document,
}: Pick<Outgoing, 'document'>): ReadonlyMap<string, Answers> {
  const found = new Map<string, Map<string, Answer>>()
  for (const one of document.annotations) {
    if (one.type === 'answer' && one.about.type === 'annotation') add(found, one.about.id, one)
  }
  return found
}

/** Adds an answer unless its question has one. */
function add<K>(found: Map<K, Map<string, Answer>>, key: K, answer: Answer): boolean {
  let answers = found.get(key)
  if (answers === undefined) {
    answers = new Map()
    found.set(key, answers)
  }
  if (answers.has(answer.question)) return false
  answers.set(answer.question, answer)
  return true
}

/** Writes answers about the document and its rows, and tells the tally what became of every answer. */
export function writeAnswers(outgoing: Outgoing): JsonObject {
  const { document, source, layout, placement, schema, tally } = outgoing
  const places = new Set(placement.spans.map(({ annotation }) => annotation.id))
  for (const one of document.annotations) {
    if (one.type === 'box' && one.labelSet !== textBoxLabel.labelSet) places.add(one.id)
  }
  const moved = new Set<string>()
  for (const { annotation, loss } of placement.spans) if (loss) moved.add(annotation.id)
  const rows = new Set<number>()
  for (const [index, cell] of document.cells.entries()) {
    if (layout.isWritten(index)) rows.add(cell.row)
  }
  const settled = new Map<string | number, Map<string, Answer>>()
  const onLabels = new Map<string, Map<string, Answer>>()
  const open: Answer[] = []
  for (const one of document.annotations) {
    if (one.type !== 'answer') continue
    const { about } = one
    const hasPlace =
      about.type === 'document' ||
      (about.type === 'row' ? rows.has(about.row) : places.has(about.id))
    if (!hasPlace) {
      tally.drop('answer', 'answer-without-place', one.id)
      continue
    }
    if (about.type !== 'annotation' && one.origin.by === 'conflict') {
      open.push(one)
      settle(one, lossOfPeople(one.origin, outgoing.labelerInfo), outgoing)
      continue
    }
    const isMoved = about.type === 'annotation' && moved.has(about.id)
    const isFirst =
      about.type === 'annotation'
        ? add(onLabels, about.id, one)
        : add(settled, about.type === 'row' ? about.row : 'document', one)
    if (isFirst) settle(one, lossOf(one.origin, isMoved), outgoing)
    else tally.drop('answer', 'second-answer', one.id)
  }
  const set = isObject(source?.documentAnswerSet) ? source.documentAnswerSet : undefined
  const options = { prefix: 'document', unanswered: 'null' } as const
  const documentAnswers = settled.get('document') ?? new Map()
  return {
    documentAnswerSet: writeAnswerSet(documentAnswers, schema.documentQuestions, set, options),
    rowAnswerSets: writeRowSets(settled, rows, outgoing),
    rowAnswers: writeOpen(open, 'rowAnswers', rows, outgoing),
    documentAnswers: writeOpen(open, 'documentAnswers', rows, outgoing),
  }
}

function settle(answer: Answer, loss: LossName | undefined, { tally }: Outgoing) {
  if (loss === undefined) tally.keep('answer')
  else tally.change('answer', loss, answer.id)
}

function lossOf(origin: Origin, isMoved: boolean): LossName | undefined {
  if (isMoved) return 'label-moved'
  return saysNothing(origin) ? undefined : 'answer-origin-left-out'
}

function saysNothing({ by, ...rest }: Origin): boolean {
  return by === 'unknown' && Object.values(rest).every((value) => value === undefined)
}

/** One object of answers for each row that has questions; null for rows without cells. */
function writeRowSets(
  settled: ReadonlyMap<string | number, Answers>,
  rows: ReadonlySet<number>,
  { source, schema }: Outgoing,
): unknown[] {
  const before: readonly unknown[] = Array.isArray(source?.rowAnswerSets)
    ? source.rowAnswerSets
    : []
  const hasAnswers = [...settled.keys()].some((key) => typeof key === 'number')
  if (!hasAnswers && schema.rowQuestions.length === 0) return [...before]
  const sets: unknown[] = []
  const count = Math.max(before.length, ...[...rows].map((row) => row + 1))
  for (let row = 0; row < count; row += 1) {
    const own = before[row]
    const answers = settled.get(row)
    const options = { prefix: 'row', unanswered: 'null' } as const
    const set = isObject(own) ? own : undefined
    // What stands where no row is, or is no set, was reported when it was read and stays.
    if (answers === undefined && (!rows.has(row) || (own !== undefined && set === undefined))) {
      sets.push(own ?? null)
    } else sets.push(writeAnswerSet(answers ?? new Map(), schema.rowQuestions, set, options))
  }
  return sets
}

/** Unresolved answers: an entry of the source while all its answers are still there, else one for each. */
function writeOpen(
  open: readonly Answer[],
  list: 'rowAnswers' | 'documentAnswers',
  rows: ReadonlySet<number>,
  { schema }: Outgoing,
): unknown[] {
  const type = list === 'rowAnswers' ? 'row' : 'document'
  const asked = type === 'row' ? schema.rowQuestions : schema.documentQuestions
  const groups = new Map<string, Answer[]>()
  const written: unknown[] = []
  for (const answer of open) {
    if (answer.about.type !== type) continue
    const entry = keptObject(keptIn(answer.extra), 'source')
    const key = entry === undefined ? `new:${answer.id}` : JSON.stringify(entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [answer])
    else group.push(answer)
  }
  for (const group of groups.values()) {
    const [first] = group
    const entry = keptObject(keptIn(first?.extra), 'source')
    if (entry !== undefined && isWhole(group, entry, list, rows, asked)) written.push(entry)
    else for (const answer of group) written.push(openEntry(answer, asked, type))
  }
  return written
}

function isWhole(
  group: readonly Answer[],
  entry: JsonObject,
  list: 'rowAnswers' | 'documentAnswers',
  rows: ReadonlySet<number>,
  asked: readonly AskedQuestion[],
): boolean {
  const place = readOpenEntry(entry, list, rows)
  if (place === undefined) return false
  const prefix = list === 'rowAnswers' ? 'row' : 'document'
  const read = readAnswerSet(place.set, asked, {
    about: place.about,
    prefix,
    pointer: '',
    ids: uniqueIds(noFindings),
    findings: noFindings,
  })
  const said = ({ question, about, value }: Answer): unknown => ({ question, about, value })
  return sameJson(read.map(said), group.map(said))
}

function openEntry(
  answer: Answer,
  asked: readonly AskedQuestion[],
  type: 'row' | 'document',
): JsonObject {
  const only = asked.filter(({ question }) => question.id === answer.question)
  const answers = new Map([[answer.question, answer]])
  return {
    ...(answer.about.type === 'row' && { row: answer.about.row }),
    ...writeOrigin(answer.origin, undefined),
    answers: writeAnswerSet(answers, only, undefined, { prefix: type, unanswered: 'missing' }),
  }
}
