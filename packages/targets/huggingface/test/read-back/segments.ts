import {
  type Annotation,
  type Cell,
  emptySchema,
  type LabeledDocument,
  unknownOrigin,
} from '@labelport/model'
import { documentAnswers } from './answers.ts'
import { labelIds, type Reading } from './fields.ts'

/** The words of each segment become a cell: where they stood in the transcript is not in the files. */
export function segments(reading: Reading): Partial<LabeledDocument> {
  const ids = labelIds(reading.original, 'text')
  const cells: Cell[] = []
  const timestamps = reading.rows.map((row, index): Annotation => {
    const [labelSet, label] = ids.get(String(row.label)) ?? ['?', String(row.label)]
    const named = row.label === null ? {} : { labelSet, label }
    const [startMs, endMs] = [Number(row.start_ms), Number(row.end_ms)]
    const base = { type: 'timestamp', id: `t${index}`, startMs, endMs, ...named } as const
    if (typeof row.text !== 'string') return { ...base, origin: unknownOrigin }
    const target = { cell: cells.length, start: 0, end: row.text.length }
    cells.push({ row: cells.length, column: 0, text: row.text })
    return { ...base, target, origin: unknownOrigin }
  })
  const { questions, annotations } = documentAnswers(reading)
  return {
    cells,
    annotations: [...timestamps, ...annotations],
    schema: { ...emptySchema, questions },
  }
}
