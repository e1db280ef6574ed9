import type { ClassNames, SchemaNames } from '@labelport/format'
import { openColumns } from '../columns.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { completeRow, emptyRow, type Row, text } from '../value-type.ts'
import { documentAnswers } from './document-answers.ts'
import { joinText, settleCells } from './joined-text.ts'
import { labelSpans, spanList } from './label-spans.ts'

/** One row for each document: its text, the labeled stretches of it, and the answers about it. */
export function spansTask(schemas: SchemaNames, locked?: ClassNames['questions']): Projection {
  const counts = new Map<string, number>()
  const columns = openColumns([
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'text', type: text },
    { name: 'spans', type: spanList },
  ])
  const answers = documentAnswers(columns, locked)
  function* rows(sifted: Sifted): Generator<Row> {
    const { document, leftOut } = sifted
    const labels = schemas.of(document.schema, 'text', (met) => {
      const name = writtenOut(met)
      if (!counts.has(name)) counts.set(name, 0)
    })
    const joined = joinText(sifted)
    const spans = labelSpans(sifted, joined, labels, counts)
    dropOthers(sifted, ['relation', 'box', 'timestamp'])
    settleCells(sifted)
    const nothing = leftOut.size === document.cells.length
    if (nothing) {
      for (const { id } of sifted.answers) sifted.fates.drop('answer', 'about-left-out', id)
      return
    }
    const values = emptyRow({
      id: writtenOut(document.id),
      document: writtenOut(document.name),
      text: joined.text,
      spans: spans.map(({ value }) => value),
    })
    answers.put(sifted, values)
    yield { values: completeRow(values, columns.fields()), size: joined.text.length }
  }
  return {
    task: 'spans',
    wholeDocuments: true,
    fields: columns.fields,
    rows,
    counts: () => new Map([...counts, ...answers.counts()]),
  }
}
