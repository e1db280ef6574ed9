import type { ClassNames } from '@labelport/format'
import type { Answer, Cell, Column, LabeledDocument } from '@labelport/model'
import { answerColumns } from '../answer-columns.ts'
import { openColumns } from '../columns.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { completeRow, emptyRow, int32, type Row, text, type Value } from '../value-type.ts'

/** One row for each row of a table: its cells as texts, then the answers about it. */
export function rowsTask(locked?: ClassNames['questions']): Projection {
  const columns = openColumns([
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'row', type: int32 },
  ])
  const answers = answerColumns(columns, 'row', locked)
  const dataColumns = dataColumnNames(columns.add)

  function* rows(sifted: Sifted): Generator<Row> {
    const { document, fates, leftOut } = sifted
    const names = dataColumns(document)
    answers.meet(document.schema)
    const byRow = answersByRow(sifted)
    dropOthers(sifted, ['span', 'relation', 'box', 'timestamp'])
    const id = writtenOut(document.id)
    const name = writtenOut(document.name)
    let values: Record<string, Value> | undefined
    let size = 0
    const finish = (row: Record<string, Value>): Row => {
      const about = byRow.get(Number(row.row))
      for (const answer of about ?? []) answers.put(answer, document.schema, row, fates)
      byRow.delete(Number(row.row))
      return { values: completeRow(row, columns.fields()), size }
    }
    for (const [index, cell] of document.cells.entries()) {
      if (leftOut.has(index)) continue
      const column = names(cell)
      if (column === undefined) {
        fates.drop('cell', 'answer-cell', index)
        continue
      }
      if (values !== undefined && values.row !== cell.row) {
        yield finish(values)
        values = undefined
      }
      if (values === undefined) {
        values = emptyRow({ id: `${id}:${cell.row}`, document: name, row: cell.row })
        size = 0
      }
      values[column] = cell.text
      size += cell.text.length
      fates.keep('cell')
    }
    if (values !== undefined) yield finish(values)
    for (const about of byRow.values())
      for (const answer of about) fates.drop('answer', 'about-left-out', answer.id)
  }
  return {
    task: 'rows',
    wholeDocuments: false,
    fields: columns.fields,
    rows,
    counts: answers.counts,
  }
}

function answersByRow({ answers, fates }: Sifted): Map<number, Answer[]> {
  const byRow = new Map<number, Answer[]>()
  for (const answer of answers) {
    const { about } = answer
    if (about.type !== 'row') {
      fates.drop('answer', about.type === 'document' ? 'other-task' : 'no-place', answer.id)
      continue
    }
    const list = byRow.get(about.row)
    if (list === undefined) byRow.set(about.row, [answer])
    else list.push(answer)
  }
  return byRow
}

/**
 * Names the column of a cell, undefined for a column of answers. Columns of equal name and position
 * among their namesakes are one column in all documents.
 */
function dataColumnNames(add: (name: string, type: typeof text) => string) {
  const known = new Map<string, string>()
  const nameAt = (wanted: string, time: number): string => {
    const key = `${time} ${wanted}`
    const name = known.get(key) ?? add(wanted, text)
    known.set(key, name)
    return name
  }
  return ({ columns }: LabeledDocument): ((cell: Cell) => string | undefined) => {
    const times = new Map<string, number>()
    const named = (columns ?? []).map(({ name, role }: Column) => {
      if (role === 'answer') return undefined
      const time = (times.get(name) ?? 0) + 1
      times.set(name, time)
      return nameAt(name, time)
    })
    return ({ column }) =>
      column < named.length ? named[column] : nameAt('text', column - named.length + 1)
  }
}
