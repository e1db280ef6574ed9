import type { Answer, LabeledDocument, Question } from '@labelport/model'
import type { Fates } from '../fates.ts'
import { optionText } from '../table/answer-options.ts'
import { printValue } from '../table/print-answer.ts'
import { classQuestion } from './class-question.ts'

/** A row as a classifier sees it. */
export interface ClassRow {
  /** Index into the document's cells. */
  readonly cell: number
  readonly text: string
  readonly answer: Answer
  /** Names of the classes, at least one. */
  readonly labels: readonly string[]
}

/** Why something of a document is not in a file of texts and classes. */
export const classReasons = {
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'other-column': 'A row has one text; cells of other columns are not written.',
  'row-without-class': 'The row has no class, and a training file takes rows with a class only.',
  'answer-without-row': 'No text of the row is written.',
  'other-question': 'A file holds the answers to one question about rows.',
  'answer-not-class': 'The answer is a group, a structure or empty, and no name of a class.',
} as const

/** A name of such a reason. */
export type ClassFate = keyof typeof classReasons

/** Which question and which column a file is made of; empty texts mean the first that fits. */
export interface ClassChoice {
  /** Id or text of the question. */
  readonly question: string
  /** Name of the column with the text. */
  readonly column: string
}

/**
 * The question whose answers become classes: the wanted one, else the first choice about rows that was
 * answered, else the first question that was. Undefined when nothing about rows was asked.
 */
export function questionForClasses(
  { annotations, schema }: LabeledDocument,
  wanted: string,
): string | undefined {
  const asked = classQuestion(schema.questions, wanted)?.id
  if (wanted !== '') return asked ?? wanted
  const answered = new Set<string>()
  for (const one of annotations) {
    if (one.type === 'answer' && one.about.type === 'row') answered.add(one.question)
  }
  const choices = schema.questions.filter(
    ({ type, about }) => type === 'choice' && about.type === 'row',
  )
  const [first] = answered
  return choices.find(({ id }) => answered.has(id))?.id ?? first ?? asked
}

/** Takes the rows that have a class and tells what becomes of every cell and answer that is not among them. */
export function chosenRows(
  document: LabeledDocument,
  question: string | undefined,
  column: string,
  fates: Pick<Fates<ClassFate>, 'drop'>,
): readonly ClassRow[] {
  const { cells, annotations, schema, columns } = document
  const known = schema.questions.find(({ id }) => id === question)
  const answers = new Map<number, { readonly answer: Answer; readonly labels: readonly string[] }>()
  for (const one of annotations) {
    if (one.type !== 'answer') continue
    const labels = one.question === question ? labelsOf(one, known) : []
    if (one.about.type !== 'row' || one.question !== question || answers.has(one.about.row)) {
      fates.drop('answer', 'other-question', one.id)
    } else if (labels.length === 0) fates.drop('answer', 'answer-not-class', one.id)
    else answers.set(one.about.row, { answer: one, labels })
  }
  const named = columns?.findIndex(({ name }) => name === column) ?? -1
  const rows: ClassRow[] = []
  const filled = new Set<number>()
  for (const [cell, { row, column: at, text, status }] of cells.entries()) {
    const classes = answers.get(row)
    if (status !== undefined) fates.drop('cell', 'cell-hidden', cell)
    else if (filled.has(row) || (named !== -1 && at !== named)) {
      fates.drop('cell', 'other-column', cell)
    } else if (classes === undefined) fates.drop('cell', 'row-without-class', cell)
    else {
      filled.add(row)
      rows.push({ cell, text, ...classes })
    }
  }
  for (const [row, { answer }] of answers) {
    if (!filled.has(row)) fates.drop('answer', 'answer-without-row', answer.id)
  }
  return rows
}

function labelsOf({ value }: Answer, question: Question | undefined): readonly string[] {
  if (value.type === 'choice') return full(value.options.map((id) => optionText(id, question)))
  if (value.type === 'texts') return full(value.texts)
  return full([printValue(value, question) ?? ''])
}

/** A class has a name. */
function full(labels: readonly string[]): readonly string[] {
  return labels.every((label) => label.trim() !== '') ? labels : []
}
