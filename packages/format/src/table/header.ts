import type { Column, LabelSchema, Question } from '@labelport/model'
import type { Diagnostic } from '../diagnostic.ts'
import type { AnswerColumns } from './answer-columns.ts'

/** A column that holds answers. */
export interface AnswerColumn {
  readonly column: number
  readonly question: Question
  /** Whether a cell may hold several answers. */
  readonly several: boolean
}

/** What the names of a table's columns say. */
export interface TableHeader {
  readonly columns: readonly Column[]
  readonly answers: readonly AnswerColumn[]
  /** With the questions that the options made up. */
  readonly schema: LabelSchema
  readonly findings: readonly HeaderFinding[]
}

/** Something to tell about the header. */
export interface HeaderFinding {
  readonly severity: 'warning' | 'info'
  readonly code: Diagnostic['code']
  readonly message: string
  /** From 0. Absent when it is about the header as a whole. */
  readonly column?: number
}

/** Finds the answer columns: those the options name, and those with the text of a question about rows or the document. */
export function headerOf(
  format: string,
  names: readonly string[],
  given: LabelSchema | undefined,
  options: AnswerColumns,
): TableHeader {
  const findings: HeaderFinding[] = []
  const questions = new Map<number, Question>()
  // Where a document and its rows are asked in the same words, the column of the document stands behind.
  for (const question of asked(given, 'document').concat(asked(given, 'row'))) {
    const column = columnOf(format, names, question.text, questions, findings)
    if (column !== undefined) questions.set(column, question)
  }
  const made: Question[] = []
  for (const wanted of options.answers) {
    const column = findColumn(names, wanted)
    if (column === undefined) findings.push(noColumn(format, 'answers', wanted, names))
    else if (!questions.has(column)) {
      const several = options.split.some((name) => findColumn(names, name) === column)
      const question = madeQuestion(wanted, names[column] ?? '', several, given)
      made.push(question)
      questions.set(column, question)
    }
  }
  for (const wanted of options.split) {
    const column = findColumn(names, wanted)
    if (column === undefined || !questions.has(column))
      findings.push(noColumn(format, 'split', wanted, names))
  }
  const hasRows = [...questions.values()].some(({ about }) => about.type === 'row')
  if (questions.size === names.length && hasRows) {
    const message = `All ${names.length} columns would be answers; a row needs data, so all were read as data.`
    findings.push({ severity: 'warning', code: `${format}/only-answers`, message })
    questions.clear()
  } else if (questions.size === 0) {
    const message = `All ${names.length} columns are read as data. Name the columns with answers in the option "answers".`
    findings.push({ severity: 'info', code: `${format}/no-answer-columns`, message })
  }
  const split = new Set(options.split.map((name) => findColumn(names, name)))
  const answers = [...questions]
    .sort(([a], [b]) => a - b)
    .map(([column, question]) => ({
      column,
      question,
      several: allowsSeveral(question) || split.has(column),
    }))
  return {
    columns: names.map((name, at) => (questions.has(at) ? { name, role: 'answer' } : { name })),
    answers,
    schema: {
      labelSets: given?.labelSets ?? [],
      questions: [
        ...(given?.questions ?? []),
        ...made.filter((one) => questionsHave(questions, one)),
      ],
    },
    findings,
  }
}

function asked(given: LabelSchema | undefined, about: 'document' | 'row'): readonly Question[] {
  return given?.questions.filter((question) => question.about.type === about) ?? []
}

/** Whether a question takes several answers at once. */
export function allowsSeveral(question: Question): boolean {
  return (question.type === 'choice' || question.type === 'text') && question.multiple === true
}

/** The position of `name`, or of the n-th `name` for `name#n`. */
function findColumn(names: readonly string[], wanted: string): number | undefined {
  const exact = names.indexOf(wanted)
  if (exact !== -1) return exact
  const [, name, count] = /^(.*)#(\d+)$/s.exec(wanted) ?? []
  if (name === undefined || count === undefined) return undefined
  let left = Number(count)
  for (const [column, candidate] of names.entries()) {
    if (candidate === name) left -= 1
    if (left === 0 && candidate === name) return column
  }
  return undefined
}

/** The column of a question. Answer columns stand after the data, so of several the last one is taken. */
function columnOf(
  format: string,
  names: readonly string[],
  text: string,
  taken: ReadonlyMap<number, Question>,
  findings: HeaderFinding[],
): number | undefined {
  const free = [...names.keys()].filter((column) => !taken.has(column))
  const equal = free.filter((column) => names[column] === text)
  const fold = text.toLowerCase()
  const alike =
    equal.length > 0 ? equal : free.filter((column) => names[column]?.toLowerCase() === fold)
  const column = alike.at(-1)
  if (column === undefined) return undefined
  if (alike.length > 1) {
    const message = `${alike.length} columns are called "${text}" like a question; the last one was read as its answers.`
    findings.push({ severity: 'warning', code: `${format}/ambiguous-column`, message, column })
  } else if (equal.length === 0) {
    const message = `The column "${names[column]}" was read as the answers to "${text}", which differs in case.`
    findings.push({ severity: 'info', code: `${format}/column-in-other-case`, message, column })
  }
  return column
}

function noColumn(
  format: string,
  option: string,
  wanted: string,
  names: readonly string[],
): HeaderFinding {
  const known = names.map((name) => JSON.stringify(name)).join(', ')
  const what = option === 'split' ? 'answer column' : 'column'
  const message = `The option "${option}" names ${JSON.stringify(wanted)}, but there is no such ${what}. Found: ${known}.`
  return { severity: 'warning', code: `${format}/no-such-column`, message }
}

function madeQuestion(
  wanted: string,
  text: string,
  multiple: boolean,
  given: LabelSchema | undefined,
): Question {
  const taken = new Set(given?.questions.map(({ id }) => id))
  let id = wanted
  while (taken.has(id)) id += '*'
  return { id, text, about: { type: 'row' }, type: 'text', ...(multiple && { multiple }) }
}

function questionsHave(questions: ReadonlyMap<number, Question>, wanted: Question): boolean {
  return [...questions.values()].includes(wanted)
}
