import {
  type Annotation,
  type Cell,
  type LabeledDocument,
  type Origin,
  type Question,
  unknownOrigin,
} from '@labelport/model'
import type { AnswerColumn, TableHeader } from './header.ts'
import { type ParsedAnswer, parseAnswer } from './parse-answer.ts'
import { printCell } from './print-answer.ts'

/** An answer that could not be read as its question expects. */
export interface OddAnswer {
  readonly trouble: NonNullable<ParsedAnswer['trouble']>
  readonly question: Question
  /** From 0. */
  readonly column: number
  readonly text: string
}

/** An answer as a file tells it, and what the answer's `extra` keeps of its spelling. */
export interface ReadAnswer extends ParsedAnswer {
  readonly kept?: object
}

/** Reads the text of a cell as an answer. */
export type AnswerReader = (text: string, column: AnswerColumn) => ReadAnswer

/** Keeps the text wherever writing would spell the answer otherwise. */
export const readAnswerText: AnswerReader = (text, { question, several }) => {
  const parsed = parseAnswer(text, question, several)
  return printCell(parsed.value, question) === text ? parsed : { ...parsed, kept: { text } }
}

/** Collects rows until they are handed out as a document. */
export interface Rows {
  /** Takes effect with the next record. */
  header: TableHeader
  /** Rows not handed out yet. */
  readonly waiting: number
  /** The row the next record becomes, from 0. */
  readonly next: number
  /** Adds a record; an undefined field is no cell. Returns the answers whose text was odd. */
  add(fields: readonly (string | undefined)[], conflict: boolean): readonly OddAnswer[]
  /** A segment of all rows but the last, so that something is left for the last segment. */
  takeAllButLast(kept?: object): LabeledDocument
  /** Everything that is left; a whole document when nothing was taken before. */
  takeRest(kept?: object): LabeledDocument
}

/** The id of the answer in a column of a row. */
export function answerId(row: number, column: number): string {
  return `answer-${row}-${column}`
}

const nothing: readonly OddAnswer[] = []
const inConflict: Origin = Object.freeze({ by: 'conflict' })

/** Starts at row 0 of a file. What is `kept` stands in a document's `extra` under the format's id. */
export function rowsOf(
  format: string,
  base: Pick<LabeledDocument, 'id' | 'name'>,
  header: TableHeader,
  readAnswer: AnswerReader = readAnswerText,
): Rows {
  let cells: Cell[] = []
  let annotations: Annotation[] = []
  let row = 0
  let firstRow = 0
  let index = 0
  // Where the last row begins.
  let lastCell = 0
  let lastAnnotation = 0
  const documentOf = (
    segment: LabeledDocument['segment'],
    kept: object | undefined,
  ): LabeledDocument => ({
    ...base,
    ...(segment && { segment }),
    tasks: ['row'],
    cells,
    columns: rows.header.columns,
    media: [],
    annotations,
    comments: [],
    schema: rows.header.schema,
    ...(kept && { extra: { [format]: kept } }),
  })
  // What a document is asked may be answered in one of its rows or again in all of them.
  const documentTexts = new Map<number, Set<string>>()
  const tellsNews = (column: number, text: string): boolean => {
    const told = documentTexts.get(column) ?? new Set()
    documentTexts.set(column, told)
    return told.size !== told.add(text).size
  }
  const addAnswers = (
    fields: readonly (string | undefined)[],
    conflict: boolean,
  ): readonly OddAnswer[] => {
    let odd: OddAnswer[] | undefined
    for (const answerColumn of rows.header.answers) {
      const { column, question } = answerColumn
      const text = fields[column] ?? ''
      if (text === '') continue
      const { value, trouble, kept } = readAnswer(text, answerColumn)
      if (trouble !== undefined) {
        odd ??= []
        odd.push({ trouble, question, column, text })
      }
      const isAboutRow = question.about.type === 'row'
      if (!isAboutRow && !tellsNews(column, text)) continue
      annotations.push({
        type: 'answer',
        id: answerId(row, column),
        question: question.id,
        about: isAboutRow ? { type: 'row', row } : { type: 'document' },
        value,
        origin: conflict ? inConflict : unknownOrigin,
        ...(kept && { extra: { [format]: kept } }),
      })
    }
    return odd ?? nothing
  }
  const rows: Rows = {
    header,
    get waiting() {
      return row - firstRow
    },
    get next() {
      return row
    },
    add(fields, conflict) {
      const { columns } = rows.header
      lastCell = cells.length
      lastAnnotation = annotations.length
      for (let column = 0; column < fields.length; column += 1) {
        const text = fields[column]
        if (text === undefined || columns[column]?.role === 'answer') continue
        cells.push({ row, column, text })
      }
      // A row is there because of its cells, also when the record holds none; a table may also hold nothing
      // but answers about the document.
      const column = columns.findIndex(({ role }) => role !== 'answer')
      if (cells.length === lastCell && (column !== -1 || columns.length === 0)) {
        cells.push({ row, column: Math.max(0, column), text: '' })
      }
      const odd = rows.header.answers.length === 0 ? nothing : addAnswers(fields, conflict)
      row += 1
      return odd
    },
    takeAllButLast(kept) {
      const rest = {
        cells: cells.splice(lastCell),
        annotations: annotations.splice(lastAnnotation),
      }
      const document = documentOf({ index, last: false }, kept)
      cells = rest.cells
      annotations = rest.annotations
      firstRow = row - 1
      index += 1
      return document
    },
    takeRest: (kept) => documentOf(index === 0 ? undefined : { index, last: true }, kept),
  }
  return rows
}
