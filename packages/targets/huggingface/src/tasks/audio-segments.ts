import type { ClassNames, SchemaNames } from '@labelport/format'
import { openColumns } from '../columns.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { completeRow, emptyRow, float64, type Row, text } from '../value-type.ts'
import { documentAnswers } from './document-answers.ts'
import { spanList } from './label-spans.ts'
import { segmentWords } from './segment-words.ts'

/** One row for each labeled stretch of a recording, in the order of time. */
export function audioSegmentsTask(
  schemas: SchemaNames,
  locked?: ClassNames['questions'],
): Projection {
  const counts = new Map<string, number>()
  const columns = openColumns([
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'start_ms', type: float64 },
    { name: 'end_ms', type: float64 },
    { name: 'label', type: text },
    { name: 'speaker', type: text },
    { name: 'text', type: text },
    { name: 'spans', type: spanList },
  ])
  const answers = documentAnswers(columns, locked)

  function* rows(sifted: Sifted): Generator<Row> {
    const { document, fates } = sifted
    const labels = schemas.of(document.schema, 'text', (met) => {
      const name = writtenOut(met)
      if (!counts.has(name)) counts.set(name, 0)
    })
    const shared = emptyRow({})
    if (sifted.timestamps.length > 0) answers.put(sifted, shared)
    else for (const { id } of sifted.answers) fates.drop('answer', 'about-left-out', id)
    const inTime = [...sifted.timestamps].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
    const words = segmentWords(sifted, inTime, labels, counts)
    for (const [index, timestamp] of inTime.entries()) {
      const { labelSet = '', label, startMs, endMs } = timestamp
      const name = label === undefined ? null : writtenOut(labels.nameOf(labelSet, label))
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
      const { lost, ...spoken } = words.of(timestamp)
      const values = emptyRow({
        ...shared,
        id: `${writtenOut(document.id)}:${index}`,
        document: writtenOut(document.name),
        start_ms: startMs,
        end_ms: endMs,
        label: name,
        ...spoken,
      })
      if (lost) fates.change('timestamp', 'over-hidden', timestamp.id)
      else fates.keep('timestamp')
      yield { values: completeRow(values, columns.fields()), size: spoken.text?.length ?? 0 }
    }
    dropOthers(sifted, ['relation', 'box'])
    for (let cell = 0; cell < document.cells.length; cell += 1) {
      if (sifted.leftOut.has(cell)) continue
      if (words.covered.has(cell)) fates.change('cell', 'in-segments', cell)
      else fates.drop('cell', 'no-segment', cell)
    }
  }
  return {
    task: 'audio-segments',
    wholeDocuments: true,
    fields: columns.fields,
    rows,
    counts: () => new Map([...counts, ...answers.counts()]),
  }
}
