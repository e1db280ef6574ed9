import { type Annotation, type Cell, emptySchema, type LabeledDocument } from '@labelport/model'
import { answers, documentAnswers } from './answers.ts'
import type { Reading } from './fields.ts'

export function table(reading: Reading): Partial<LabeledDocument> {
  const { rows, original } = reading
  const questions = original.schema.questions.filter(({ about }) => about.type === 'row')
  const fixed = new Set(['id', 'document', 'row', ...questions.map(({ text }) => text)])
  const columns = Object.keys(rows[0] ?? {}).filter((name) => !fixed.has(name))
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  for (const row of rows) {
    for (const [column, name] of columns.entries()) {
      const text = row[name]
      if (typeof text === 'string') cells.push({ row: Number(row.row), column, text })
    }
    annotations.push(...answers(reading, row, questions, { type: 'row', row: Number(row.row) }))
  }
  const plain = columns.length === 1 && columns[0] === 'text'
  return {
    cells,
    annotations,
    ...(plain ? {} : { columns: columns.map((name) => ({ name })) }),
    schema: { ...emptySchema, questions },
  }
}

export function whole(reading: Reading): Partial<LabeledDocument> {
  const { questions, annotations } = documentAnswers(reading)
  const [row = {}] = reading.rows
  const texts = typeof row.text === 'string' ? row.text.split('\n') : []
  const cells = texts.map((text, index) => ({ row: index, column: 0, text }))
  return { cells, annotations, schema: { ...emptySchema, questions } }
}
