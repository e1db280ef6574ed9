import type { ClassNames, SchemaNames } from '@labelport/format'
import { speakerOf } from '@labelport/model'
import { openColumns } from '../columns.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import {
  completeRow,
  emptyRow,
  int32,
  listOf,
  type Row,
  text,
  type Value,
  type ValueType,
} from '../value-type.ts'
import { answersText } from './answers-text.ts'
import { documentAnswers } from './document-answers.ts'
import { spanList } from './label-spans.ts'
import { answersByTurn, spansByTurn } from './turns.ts'

const turnList: ValueType = listOf({
  type: 'struct',
  fields: [
    { name: 'row', type: int32 },
    { name: 'speaker', type: text },
    { name: 'text', type: text },
    { name: 'spans', type: spanList },
    { name: 'answers', type: text },
  ],
})

/** One row for each conversation: its turns with their labels, and the answers about it. */
export function conversationsTask(
  schemas: SchemaNames,
  locked?: ClassNames['questions'],
): Projection {
  const counts = new Map<string, number>()
  const columns = openColumns([
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'turns', type: turnList },
  ])
  const answers = documentAnswers(columns, locked)

  function* rows(sifted: Sifted): Generator<Row> {
    const { document, fates, leftOut } = sifted
    const labels = schemas.of(document.schema, 'text', (met) => {
      const name = writtenOut(met)
      if (!counts.has(name)) counts.set(name, 0)
    })
    const spans = spansByTurn(sifted, labels, counts)
    const values = emptyRow({})
    const byTurn = answersByTurn(sifted)
    const shown = leftOut.size < document.cells.length
    if (shown) answers.put(sifted, values, ({ about }) => about.type === 'row')
    else
      for (const { id, about } of sifted.answers) {
        if (about.type !== 'row') fates.drop('answer', 'about-left-out', id)
      }
    dropOthers(sifted, ['relation', 'box', 'timestamp'])
    if (!shown) return
    const turns: Value[] = []
    let size = 0
    for (const [index, cell] of document.cells.entries()) {
      if (leftOut.has(index)) continue
      const speaker = speakerOf(cell)
      turns.push({
        row: cell.row,
        speaker: speaker === undefined ? null : writtenOut(speaker),
        text: cell.text,
        spans: spans.get(index) ?? [],
        answers: answersText(byTurn.get(index), document.schema),
      })
      size += cell.text.length
      if (document.columns === undefined && cell.column === 0) fates.keep('cell')
      else fates.change('cell', 'joined', index)
    }
    values.id = writtenOut(document.id)
    values.document = writtenOut(document.name)
    values.turns = turns
    yield { values: completeRow(values, columns.fields()), size }
  }
  return {
    task: 'conversations',
    wholeDocuments: true,
    fields: columns.fields,
    rows,
    counts: () => new Map([...counts, ...answers.counts()]),
  }
}
