import {
  type Annotation,
  type Answer,
  type Cell,
  type LabeledDocument,
  type Origin,
  type Question,
  unknownOrigin,
} from '@labelport/model'
import { type ParsedAnswer, parseAnswer } from '../answer/parse.ts'
import { printValue } from '../answer/print.ts'
import type { Header } from './columns.ts'

/** An answer that could not be read as its question expects. */
export interface OddAnswer {
  readonly trouble: NonNullable<ParsedAnswer['trouble']>
  readonly question: Question
  /** From 0. */
  readonly column: number
  readonly text: string
}

const nothing: readonly OddAnswer[] = []

/** Collects rows until they are handed out as a document. */
export interface Rows {
  /** Rows not handed out yet. */
  readonly waiting: number
  /** Adds a record; returns the answers whose text was odd. */
  add(fields: readonly string[], conflict: boolean): readonly OddAnswer[]
  /** A segment of all rows but the last, so that something is left for the last segment. */
  takeAllButLast(): LabeledDocument
  /** Everything that is left; a whole document when nothing was taken before. */
  takeRest(): LabeledDocument
}

const inConflict: Origin = Object.freeze({ by: 'conflict' })

/** Starts at row 0 of a file. */
export function rowsOf(base: Pick<LabeledDocument, 'id' | 'name' | 'extra'>, header: Header): Rows {
  const { columns, answers, schema } = header
  const width = columns.length
  const answerColumns = new Set(answers.map(({ column }) => column))
  const dataColumns = [...columns.keys()].filter((column) => !answerColumns.has(column))
  const [firstData = 0] = dataColumns
  let cells: Cell[] = []
  let annotations: Annotation[] = []
  let row = 0
  let firstRow = 0
  let index = 0
  // Where the last row begins.
  let lastCell = 0
  let lastAnnotation = 0
  const documentOf = (part: Pick<LabeledDocument, 'segment'>): LabeledDocument => ({
    ...base,
    ...part,
    tasks: ['row'],
    cells,
    columns,
    media: [],
    annotations,
    comments: [],
    schema,
  })
  return {
    get waiting() {
      return row - firstRow
    },
    add(fields, conflict) {
      lastCell = cells.length
      lastAnnotation = annotations.length
      let odd: OddAnswer[] | undefined
      if (answers.length === 0 && fields.length === width) {
        for (let column = 0; column < width; column += 1) {
          cells.push({ row, column, text: fields[column] ?? '' })
        }
      } else {
        for (const [column, text] of fields.entries()) {
          if (!answerColumns.has(column)) cells.push({ row, column, text })
        }
        // A row is there because of its cells, also when the record stops before them.
        if (cells.length === lastCell) cells.push({ row, column: firstData, text: '' })
        for (const { column, question, several } of answers) {
          const text = fields[column] ?? ''
          if (text === '') continue
          const { value, trouble } = parseAnswer(text, question, several)
          if (trouble !== undefined) {
            odd ??= []
            odd.push({ trouble, question, column, text })
          }
          annotations.push({
            type: 'answer',
            id: `answer-${row}-${column}`,
            question: question.id,
            about: { type: 'row', row },
            value,
            origin: conflict ? inConflict : unknownOrigin,
            ...(printValue(value, question) !== text && { extra: { csv: { text } } }),
          } satisfies Answer)
        }
      }
      row += 1
      return odd ?? nothing
    },
    takeAllButLast() {
      const rest = {
        cells: cells.splice(lastCell),
        annotations: annotations.splice(lastAnnotation),
      }
      const document = documentOf({ segment: { index, last: false } })
      cells = rest.cells
      annotations = rest.annotations
      firstRow = row - 1
      index += 1
      return document
    },
    takeRest: () => documentOf(index === 0 ? {} : { segment: { index, last: true } }),
  }
}
