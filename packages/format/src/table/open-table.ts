import type { LabeledDocument } from '@labelport/model'
import type { Diagnostic, Place, Report } from '../diagnostic.ts'
import type { Locate, ReadContext } from '../format.ts'
import { baseName } from '../name.ts'
import type { AnswerColumns } from './answer-columns.ts'
import { headerOf } from './header.ts'
import { labelStatusOf } from './label-status.ts'
import { type AnswerReader, answerId, rowsOf } from './rows.ts'
import { answerTroubles } from './troubles.ts'

/** A segment ends when a table has this many rows waiting: few enough to die young. */
export const segmentRows = 500

/** What a table is read with, the same for all its records. */
export interface TableScope {
  /** The format's id. */
  readonly format: string
  readonly path: string
  readonly context: Pick<ReadContext, 'documentName' | 'schema' | 'locate'>
  readonly options: AnswerColumns
  readonly report: Report
  /** Where the record being added stands, or one of its fields; columns count from 0. */
  readonly placeOf: (column?: number) => Place
  /** Absent means answers are texts. */
  readonly readAnswer?: AnswerReader
}

/** A table whose columns are known. Tells what is odd about its header and answers. */
export interface OpenTable {
  /** How many columns there are. */
  readonly width: number
  /** Rows not handed out yet. */
  readonly waiting: number
  /** The row the next record becomes, from 0. */
  readonly next: number
  /** Whether a column holds answers; columns count from 0. */
  holdsAnswers(column: number): boolean
  /** Adds a column behind the others, for the records to come. */
  widen(name: string): void
  /** Adds a record; an undefined field is no cell. */
  add(fields: readonly (string | undefined)[]): void
  /** A segment of all rows but the last. What is `kept` goes to `extra` under the format's id. */
  takeAllButLast(kept?: object): LabeledDocument
  /** What is left; says what `Label Status` held. */
  takeRest(kept?: object): LabeledDocument
}

/** Opens a table whose columns have these names. */
export function openTable(names: readonly string[], scope: TableScope): OpenTable {
  const { format, path, context, options, report, placeOf } = scope
  const allNames = [...names]
  const told = new Set<string>()
  const headerNow = () => {
    const header = headerOf(format, allNames, context.schema, options)
    for (const { severity, code, message, column } of header.findings) {
      // Columns that come later must not make the same news twice.
      if (told.has(code + message)) continue
      told.add(code + message)
      report({ severity, code, message, place: placeOf(column) })
    }
    return header
  }
  const base = { id: path, name: context.documentName ?? baseName(path) }
  const rows = rowsOf(format, base, headerNow(), scope.readAnswer)
  const status = labelStatusOf(names)
  const headerPlace = placeOf()
  const tell = (severity: Diagnostic['severity'], name: string, message: string, place: Place) =>
    report({ severity, code: `${format}/${name}`, message, place })
  const locateAnswers = (fields: readonly (string | undefined)[], locate: Locate): void => {
    for (const { column } of rows.header.answers) {
      if ((fields[column] ?? '') === '') continue
      const { path: _, ...place } = placeOf(column)
      locate('annotation', answerId(rows.next, column), place)
    }
  }
  return {
    get width() {
      return allNames.length
    },
    get waiting() {
      return rows.waiting
    },
    get next() {
      return rows.next
    },
    holdsAnswers: (column) => rows.header.columns[column]?.role === 'answer',
    widen(name) {
      allNames.push(name)
      rows.header = headerNow()
    },
    add(fields) {
      if (context.locate !== undefined) locateAnswers(fields, context.locate)
      const odd = rows.add(fields, status?.take(fields) ?? false)
      for (const { trouble, column, question, text } of odd) {
        const message = answerTroubles[trouble](text, question.text, column + 1)
        tell('warning', trouble, message, placeOf(column))
      }
    },
    takeAllButLast: (kept) => rows.takeAllButLast(kept),
    takeRest(kept) {
      if (status !== undefined) tell('info', 'label-status', status.describe(), headerPlace)
      return rows.takeRest(kept)
    },
  }
}
