import type { ClassNames, SchemaNames } from '@labelport/format'
import type { LabelNames } from '@labelport/model'
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
import { documentAnswers } from './document-answers.ts'
import { joinText, settleCells } from './joined-text.ts'
import { type LabeledSpan, labelSpans, spanList } from './label-spans.ts'

/** `head` and `tail` are places in the list of entities, from 0. */
const relationList: ValueType = listOf({
  type: 'struct',
  fields: [
    { name: 'head', type: int32 },
    { name: 'tail', type: int32 },
    { name: 'label', type: text },
  ],
})

/** One row for each document: its text, the entities in it, and the arrows between them. */
export function relationsTask(schemas: SchemaNames, locked?: ClassNames['questions']): Projection {
  const entityCounts = new Map<string, number>()
  const arrowCounts = new Map<string, number>()
  const met = new Set<string>()
  const columns = openColumns([
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'text', type: text },
    { name: 'entities', type: spanList },
    { name: 'relations', type: relationList },
  ])
  const answers = documentAnswers(columns, locked)

  function arrows(sifted: Sifted, labels: LabelNames, entities: readonly LabeledSpan[]): Value[] {
    const places = new Map(entities.map(({ id }, index) => [id, index]))
    const found: Value[] = []
    for (const { id, from, to, labelSet, label } of sifted.relations) {
      const [head, tail] = [places.get(from), places.get(to)]
      if (head === undefined || tail === undefined) {
        sifted.fates.drop('relation', 'arrow-end', id)
        continue
      }
      const name = label === undefined ? null : writtenOut(labels.nameOf(labelSet, label))
      if (name !== null) arrowCounts.set(name, (arrowCounts.get(name) ?? 0) + 1)
      found.push({ head, tail, label: name })
      sifted.fates.keep('relation')
    }
    return found
  }
  function* rows(sifted: Sifted): Generator<Row> {
    const { document, leftOut } = sifted
    const labels = schemas.of(document.schema, 'text', (name) => met.add(writtenOut(name)))
    const joined = joinText(sifted)
    const entities = labelSpans(sifted, joined, labels, entityCounts)
    const relations = arrows(sifted, labels, entities)
    dropOthers(sifted, ['box', 'timestamp'])
    settleCells(sifted)
    if (leftOut.size === document.cells.length) {
      for (const { id } of sifted.answers) sifted.fates.drop('answer', 'about-left-out', id)
      return
    }
    const values = emptyRow({
      id: writtenOut(document.id),
      document: writtenOut(document.name),
      text: joined.text,
      entities: entities.map(({ value }) => value),
      relations,
    })
    answers.put(sifted, values)
    yield { values: completeRow(values, columns.fields()), size: joined.text.length }
  }
  return {
    task: 'relations',
    wholeDocuments: true,
    fields: columns.fields,
    rows,
    // A schema does not say which of its labels are for arrows: one that was never met counts as an entity.
    counts: () =>
      new Map([
        ...[...met].filter((name) => !arrowCounts.has(name)).map((name) => [name, 0] as const),
        ...entityCounts,
        ...[...arrowCounts].map(([name, count]) => [`relation: ${name}`, count] as const),
        ...answers.counts(),
      ]),
  }
}
