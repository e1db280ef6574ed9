import {
  type Annotation,
  type Cell,
  emptySchema,
  fromCodePoints,
  type LabeledDocument,
  unknownOrigin,
} from '@labelport/model'
import { documentAnswers } from './answers.ts'
import { labelIds, list, type Reading, record } from './fields.ts'

export function conversation(reading: Reading): Partial<LabeledDocument> {
  const ids = labelIds(reading.original, 'text')
  const cells: Cell[] = []
  const spans: Annotation[] = []
  for (const [cell, turn] of list(reading.rows[0]?.turns).map(record).entries()) {
    const text = String(turn.text)
    const metadata = turn.speaker === null ? [] : [{ key: 'speaker', value: String(turn.speaker) }]
    cells.push({ row: Number(turn.row), column: 0, text, metadata })
    for (const span of list(turn.spans).map(record)) {
      const [labelSet, label] = ids.get(String(span.label)) ?? ['?', String(span.label)]
      const start = fromCodePoints(text, Number(span.start)) ?? -1
      const end = fromCodePoints(text, Number(span.end)) ?? -1
      const id = `s${spans.length}`
      const target = { cell, start, end }
      spans.push({ type: 'span', id, labelSet, label, target, origin: unknownOrigin })
    }
  }
  const { questions, annotations } = documentAnswers(reading)
  return { cells, annotations: [...spans, ...annotations], schema: { ...emptySchema, questions } }
}
