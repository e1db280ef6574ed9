import {
  type Annotation,
  emptySchema,
  fromCodePoints,
  type LabeledDocument,
  unknownOrigin,
} from '@labelport/model'
import { documentAnswers } from './answers.ts'
import { labelIds, list, type Reading, record } from './fields.ts'

/** Cuts the text into its lines and turns code points into places in them. */
export function texts(reading: Reading, column: 'spans' | 'entities'): Partial<LabeledDocument> {
  const { rows, original } = reading
  const [row = {}] = rows
  const text = String(row.text)
  const lines = text.split('\n')
  const ids = labelIds(original, 'text')
  const place = (codePoints: number): { cell: number; offset: number } => {
    let offset = fromCodePoints(text, codePoints) ?? 0
    let cell = 0
    for (; offset > (lines[cell]?.length ?? 0); cell += 1) offset -= (lines[cell]?.length ?? 0) + 1
    return { cell, offset }
  }
  const spans = list(row[column])
    .map(record)
    .map((span, index): Annotation => {
      const [start, end] = [place(Number(span.start)), place(Number(span.end))]
      const [labelSet, label] = ids.get(String(span.label)) ?? ['?', String(span.label)]
      const target = { cell: start.cell, start: start.offset, endCell: end.cell, end: end.offset }
      return { type: 'span', id: `s${index}`, labelSet, label, target, origin: unknownOrigin }
    })
  const relations = list(row.relations)
    .map(record)
    .map((arrow, index): Annotation => {
      const [labelSet, label] = ids.get(String(arrow.label)) ?? ['?', String(arrow.label)]
      const [from, to] = [`s${Number(arrow.head)}`, `s${Number(arrow.tail)}`]
      const named = arrow.label === null ? {} : { label }
      return {
        type: 'relation',
        id: `r${index}`,
        labelSet,
        ...named,
        from,
        to,
        origin: unknownOrigin,
      }
    })
  const { questions, annotations } = documentAnswers(reading)
  return {
    cells: lines.map((line, index) => ({ row: index, column: 0, text: line })),
    annotations: [...spans, ...relations, ...annotations],
    schema: { ...emptySchema, questions },
  }
}
