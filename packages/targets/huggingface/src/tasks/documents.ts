import type { ClassNames } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { answerColumns } from '../answer-columns.ts'
import { openColumns } from '../columns.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { completeRow, emptyRow, type Row, text } from '../value-type.ts'
import { joinText, settleCells } from './joined-text.ts'

/** One row for each document: its text, or what kind of file it is, and the answers about it. */
export function documentsTask(locked?: ClassNames['questions']): Projection {
  const columns = openColumns([
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'media', type: text },
    { name: 'text', type: text },
  ])
  const answers = answerColumns(columns, 'document', locked)
  function* rows(sifted: Sifted): Generator<Row> {
    const { document, fates, leftOut } = sifted
    answers.meet(document.schema)
    const shown = document.cells.length - leftOut.size
    const joined = shown === 0 ? null : joinText(sifted).text
    const values = emptyRow({
      id: writtenOut(document.id),
      document: writtenOut(document.name),
      media: mediaOf(document),
      text: joined,
    })
    for (const answer of sifted.answers) {
      const { type } = answer.about
      if (type === 'document') answers.put(answer, document.schema, values, fates)
      else fates.drop('answer', type === 'row' ? 'other-task' : 'no-place', answer.id)
    }
    dropOthers(sifted, ['span', 'relation', 'box', 'timestamp'])
    settleCells(sifted)
    yield { values: completeRow(values, columns.fields()), size: joined?.length ?? 0 }
  }
  return {
    task: 'documents',
    wholeDocuments: true,
    fields: columns.fields,
    rows,
    counts: answers.counts,
  }
}

/** The kind of the first file. Its address is left out: it may be signed, and it expires. */
function mediaOf({ media }: LabeledDocument): string | null {
  return media[0]?.type ?? null
}
