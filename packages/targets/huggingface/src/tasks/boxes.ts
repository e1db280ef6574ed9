import type { ClassNames, SchemaNames } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { answerColumns } from '../answer-columns.ts'
import { classIds } from '../class-ids.ts'
import { openColumns } from '../columns.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import {
  completeRow,
  emptyRow,
  type Field,
  float64,
  int32,
  type Row,
  text,
  type Value,
} from '../value-type.ts'
import { answersText } from './answers-text.ts'
import type { PageFiles } from './page-files.ts'
import { answersByBox, boundsOf, objectList, pointsOf, settleBox } from './page-objects.ts'

/**
 * One row for each page: its size and the labeled areas on it. With `files`, rows are about images that will
 * lie beside the data.
 */
export function boxesTask(
  schemas: SchemaNames,
  locked?: ClassNames,
  files?: PageFiles,
): Projection {
  const categories = classIds()
  const counts = new Map<string, number>()
  const columns = openColumns([
    { name: 'id', type: text },
    ...(files === undefined
      ? [{ name: 'file_name', type: text }]
      : ([
          { name: 'file_name', type: { type: 'image' } },
          { name: 'document', type: text },
        ] satisfies Field[])),
    { name: 'page', type: int32 },
    { name: 'width', type: float64 },
    { name: 'height', type: float64 },
    { name: 'objects', type: objectList(categories) },
  ])
  const documentAnswers = answerColumns(columns, 'document', locked?.questions)
  const meet = (met: string): void => {
    const name = writtenOut(met)
    categories.idOf(name)
    if (!counts.has(name)) counts.set(name, 0)
  }
  for (const name of locked?.box ?? []) meet(name)
  function* rows(sifted: Sifted): Generator<Row> {
    const { document, fates, leftOut } = sifted
    const labels = schemas.of(document.schema, 'box', meet)
    const answers = answersByBox(sifted)
    const numbers = pageNumbers(document, files !== undefined)
    const pages = new Map(numbers.map((page) => [page, [] as Value[]]))
    for (const box of sifted.boxes) {
      const name = writtenOut(labels.nameOf(box.labelSet, box.label))
      const rest = {
        category: categories.idOf(name),
        caption: box.caption === undefined ? null : writtenOut(box.caption),
        answers: answersText(answers.get(box.id), document.schema),
      }
      for (const shape of box.shapes) {
        const objects = pages.get(shape.page) ?? []
        objects.push({ bbox: boundsOf(shape), polygon: pointsOf(shape), ...rest })
        pages.set(shape.page, objects)
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
      settleBox(box, sifted)
    }
    dropOthers(sifted, ['span', 'relation', 'timestamp'])
    documentAnswers.meet(document.schema)
    const shared = emptyRow({})
    for (const answer of sifted.answers) {
      if (answer.about.type !== 'document') continue
      if (pages.size === 0) fates.drop('answer', 'about-left-out', answer.id)
      else documentAnswers.put(answer, document.schema, shared, fates)
    }
    for (let index = 0; index < document.cells.length; index += 1)
      if (!leftOut.has(index)) fates.drop('cell', 'no-place', index)
    for (const [page, objects] of [...pages].sort(([a], [b]) => a - b)) {
      const size = document.media[0]?.pages.find((one) => one.index === page)
      const name = writtenOut(document.name)
      const row = emptyRow({
        ...shared,
        id: `${writtenOut(document.id)}:${page}`,
        file_name: files?.(document, page) ?? name,
        ...(files !== undefined && { document: name }),
        page,
        width: size?.width ?? null,
        height: size?.height ?? null,
        objects,
      })
      yield { values: completeRow(row, columns.fields()), size: 100 * objects.length }
    }
  }
  return {
    task: files === undefined ? 'boxes' : 'image-folder',
    wholeDocuments: files !== undefined,
    fields: columns.fields,
    rows,
    counts: () => new Map([...counts, ...documentAnswers.counts()]),
  }
}

/** The pages that are known; an image has one, also where its size is not. */
function pageNumbers({ media }: LabeledDocument, inFolder: boolean): number[] {
  const [first] = media
  const known = first?.pages.map((page) => page.index) ?? []
  return known.length === 0 && inFolder && first?.type === 'image' ? [0] : known
}
