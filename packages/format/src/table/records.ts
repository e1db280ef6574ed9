import type { LabeledDocument, StatementType } from '@labelport/model'
import type { Fates } from '../fates.ts'
import type { Field, FieldWriter } from './fields.ts'
import { type TableLayout, takesSeveral } from './layout.ts'
import type { TableFate } from './table-fates.ts'

/**
 * Fills the records of a document, one for each row that has a written cell, and tells the fate of every
 * cell and answer. Fields nothing stands in are `blank`.
 */
export function recordsOf<Code extends string, Blank extends string | undefined>(
  document: LabeledDocument,
  layout: TableLayout,
  writer: FieldWriter<Code>,
  fates: Fates<Code | TableFate>,
  blank: Blank,
): (string | Blank)[][] {
  const width = layout.names.length
  const answerColumns = new Set(layout.answerColumn.values())
  const records = new Map<number, (string | undefined)[]>()
  const enter = (type: StatementType, id: string | number, field: Field<Code>) => {
    if (typeof field === 'string') {
      fates.keep(type)
      return field
    }
    if ('dropped' in field) {
      fates.drop(type, field.dropped, id)
      return undefined
    }
    fates.change(type, field.changed, id)
    return field.text
  }
  for (const [index, cell] of document.cells.entries()) {
    const { row, column } = cell
    if (cell.status !== undefined) {
      fates.drop('cell', 'cell-hidden', index)
      continue
    }
    const record = records.get(row) ?? []
    records.set(row, record)
    if (record[column] !== undefined || answerColumns.has(column)) {
      fates.drop('cell', 'cell-collides', index)
    } else record[column] = enter('cell', index, writer.cell(cell))
  }
  /** Answers about the document go to its first row; further ones to the same question, to the next. */
  const freeRow = (column: number | undefined): number => {
    let last = 0
    for (const [row, record] of records) {
      last = row
      if (column === undefined || record[column] === undefined) return row
    }
    return last
  }
  const recordAt = (row: number): (string | undefined)[] => {
    const record = records.get(row) ?? []
    records.set(row, record)
    return record
  }
  for (const one of document.annotations) {
    if (one.type !== 'answer') continue
    const { about, question: asked } = one
    const column = layout.answerColumn.get(asked)
    const row = about.type === 'row' ? about.row : freeRow(column)
    const record = about.type === 'document' ? recordAt(row) : records.get(row)
    if (about.type === 'annotation') fates.drop('answer', 'no-place', one.id)
    else if (record === undefined) fates.drop('answer', 'answer-without-row', one.id)
    else if (column === undefined) fates.drop('answer', 'answer-without-column', one.id)
    else if (record[column] !== undefined) fates.drop('answer', 'answer-repeated', one.id)
    else {
      const question = layout.question.get(asked)
      record[column] = enter(
        'answer',
        one.id,
        writer.answer(one, question, takesSeveral(question), row),
      )
    }
  }
  return Array.from(records.values(), (record) =>
    Array.from({ length: Math.max(width, record.length) }, (_, at) => record[at] ?? blank),
  )
}
