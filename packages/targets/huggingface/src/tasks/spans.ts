import type { SchemaNames } from '@labelport/format'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { type Field, int32, listOf, type Row, text } from '../value-type.ts'
import { joinText, settleCells } from './joined-text.ts'

interface SpanValue {
  readonly start: number
  readonly end: number
  readonly label: string
  readonly [field: string]: string | number
}

/** One row for each document: its text and the labeled stretches of it. */
export function spansTask(schemas: SchemaNames): Projection {
  const counts = new Map<string, number>()
  const fields: readonly Field[] = [
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'text', type: text },
    {
      name: 'spans',
      type: listOf({
        type: 'struct',
        fields: [
          { name: 'start', type: int32 },
          { name: 'end', type: int32 },
          { name: 'label', type: text },
        ],
      }),
    },
  ]
  function* rows(sifted: Sifted): Generator<Row> {
    const { document, fates, leftOut, spans } = sifted
    const labels = schemas.of(document.schema, 'text', (met) => {
      const name = writtenOut(met)
      if (!counts.has(name)) counts.set(name, 0)
    })
    const joined = joinText(sifted)
    const values: SpanValue[] = []
    for (const { id, labelSet, label, target } of spans) {
      const placed = joined.place(target)
      if (typeof placed === 'string') {
        fates.drop('span', placed, id)
        continue
      }
      const name = writtenOut(labels.nameOf(labelSet, label))
      counts.set(name, (counts.get(name) ?? 0) + 1)
      values.push({ start: placed.start, end: placed.end, label: name })
      if (placed.gap) fates.change('span', 'over-hidden', id)
      else fates.keep('span')
    }
    dropOthers(sifted, ['answer', 'box'])
    settleCells(sifted)
    if (leftOut.size === document.cells.length) return
    values.sort((a, b) => a.start - b.start || a.end - b.end)
    yield {
      values: {
        id: writtenOut(document.id),
        document: writtenOut(document.name),
        text: joined.text,
        spans: values,
      },
      size: joined.text.length,
    }
  }
  return {
    task: 'spans',
    wholeDocuments: true,
    fields: () => fields,
    rows,
    counts: () => counts,
    notes: [
      'One row per document. Its text is the lines joined by line feeds.',
      '`start` and `end` count Unicode code points of `text`, half-open, so that in Python',
      '`text[start:end]` is the labeled text. Spans may overlap; they are sorted by start and end.',
    ],
  }
}
