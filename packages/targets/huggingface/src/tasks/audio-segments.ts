import type { ClassNames, SchemaNames } from '@labelport/format'
import { speakerOf, type Timestamp } from '@labelport/model'
import { openColumns } from '../columns.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { completeRow, emptyRow, float64, type Row, text, type Value } from '../value-type.ts'
import { documentAnswers } from './document-answers.ts'
import { type JoinedText, joinText } from './joined-text.ts'

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
    { name: 'text', type: text },
    { name: 'speaker', type: text },
  ])
  const answers = documentAnswers(columns, locked)

  function* rows(sifted: Sifted): Generator<Row> {
    const { document, fates } = sifted
    const labels = schemas.of(document.schema, 'text', (met) => {
      const name = writtenOut(met)
      if (!counts.has(name)) counts.set(name, 0)
    })
    const joined = joinText(sifted)
    const covered = new Set<number>()
    const shared = emptyRow({})
    if (sifted.timestamps.length > 0) answers.put(sifted, shared)
    else for (const { id } of sifted.answers) fates.drop('answer', 'about-left-out', id)
    const inTime = [...sifted.timestamps].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
    for (const [index, timestamp] of inTime.entries()) {
      const { labelSet = '', label, startMs, endMs } = timestamp
      const name = label === undefined ? null : writtenOut(labels.nameOf(labelSet, label))
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
      const spoken = spokenIn(timestamp, sifted, joined, covered)
      const values = emptyRow({
        ...shared,
        id: `${writtenOut(document.id)}:${index}`,
        document: writtenOut(document.name),
        start_ms: startMs,
        end_ms: endMs,
        label: name,
        ...spoken.values,
      })
      if (spoken.lost) fates.change('timestamp', 'over-hidden', timestamp.id)
      else fates.keep('timestamp')
      yield { values: completeRow(values, columns.fields()), size: spoken.size }
    }
    dropOthers(sifted, ['span', 'relation', 'box'])
    for (let cell = 0; cell < document.cells.length; cell += 1) {
      if (sifted.leftOut.has(cell)) continue
      if (covered.has(cell)) fates.change('cell', 'in-segments', cell)
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

interface Spoken {
  readonly values: { readonly text: Value; readonly speaker: Value }
  readonly size: number
  /** Whether some of the words are left out. */
  readonly lost: boolean
}

/** The words of a stretch and who says them; null where the source does not tell. */
function spokenIn(
  { target }: Timestamp,
  { document, leftOut }: Sifted,
  joined: JoinedText,
  covered: Set<number>,
): Spoken {
  if (target === undefined) return { values: { text: null, speaker: null }, size: 0, lost: false }
  const { cell: first, endCell: last = first } = target
  const speakers = new Set<string | undefined>()
  let lost = false
  for (let index = first; index <= last; index += 1) {
    const cell = document.cells[index]
    if (cell === undefined || leftOut.has(index)) {
      lost = true
      continue
    }
    covered.add(index)
    speakers.add(speakerOf(cell))
  }
  const [speaker] = speakers
  const one = speakers.size === 1 && speaker !== undefined ? writtenOut(speaker) : null
  const words = speakers.size === 0 ? null : writtenOut(joined.quote(target))
  return { values: { text: words, speaker: one }, size: words?.length ?? 0, lost }
}
