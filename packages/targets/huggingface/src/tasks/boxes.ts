import type { ClassNames, SchemaNames } from '@labelport/format'
import type { Answer, Box, LabeledDocument, LabelSchema, Shape } from '@labelport/model'
import { answerColumns } from '../answer-columns.ts'
import { plainAnswer } from '../answer-value.ts'
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
  listOf,
  type Row,
  text,
  type Value,
} from '../value-type.ts'

/** One row for each page: its size and the labeled areas on it. */
export function boxesTask(schemas: SchemaNames, locked?: ClassNames): Projection {
  const categories = classIds()
  const counts = new Map<string, number>()
  const object: readonly Field[] = [
    { name: 'bbox', type: listOf(float64) },
    { name: 'category', type: { type: 'class-label', ids: categories } },
    { name: 'polygon', type: listOf(float64) },
    { name: 'caption', type: text },
    { name: 'answers', type: text },
  ]
  const columns = openColumns([
    { name: 'id', type: text },
    { name: 'file_name', type: text },
    { name: 'page', type: int32 },
    { name: 'width', type: float64 },
    { name: 'height', type: float64 },
    { name: 'objects', type: listOf({ type: 'struct', fields: object }) },
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
    const pages = new Map(pageNumbers(document).map((page) => [page, [] as Value[]]))
    for (const box of sifted.boxes) {
      const name = writtenOut(labels.nameOf(box.labelSet, box.label))
      const rest = {
        category: categories.idOf(name),
        caption: box.caption === undefined ? null : writtenOut(box.caption),
        answers: answersText(answers.get(box.id), document.schema),
      }
      for (const shape of box.shapes) {
        const objects = pages.get(shape.page) ?? []
        objects.push({ bbox: boundsOf(shape), polygon: flat(shape), ...rest })
        pages.set(shape.page, objects)
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
      settle(box, sifted)
    }
    dropOthers(sifted, ['span'])
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
      const size = pageSize(document, page)
      const row = emptyRow({
        ...shared,
        id: `${writtenOut(document.id)}:${page}`,
        file_name: writtenOut(document.name),
        page,
        width: size?.width ?? null,
        height: size?.height ?? null,
        objects,
      })
      yield { values: completeRow(row, columns.fields()), size: 100 * objects.length }
    }
  }
  return {
    task: 'boxes',
    wholeDocuments: false,
    fields: columns.fields,
    rows,
    counts: () => new Map([...counts, ...documentAnswers.counts()]),
    notes: [
      'One row per page, also for pages without boxes; `page` counts from 0. `bbox` is x, y, width and height',
      'and `polygon` is x, y, x, y, …, all in pixels from the top left corner. `answers` is JSON text.',
      '`file_name` is the name of the uploaded file, which is not part of this folder. Answers about the document',
      'stand in every row of its pages.',
    ],
  }
}

function settle({ id, shapes }: Box, { fates }: Sifted): void {
  if (shapes.length === 0) fates.drop('box', 'no-shape', id)
  else if (shapes.length > 1) fates.change('box', 'box-split', id)
  else fates.keep('box')
}

function answersByBox({ answers, boxes, fates }: Sifted): ReadonlyMap<string, readonly Answer[]> {
  const found = new Map(
    boxes.filter(({ shapes }) => shapes.length > 0).map(({ id }) => [id, [] as Answer[]]),
  )
  for (const answer of answers) {
    const { about } = answer
    if (about.type === 'document') continue
    if (about.type === 'row') {
      fates.drop('answer', 'other-task', answer.id)
      continue
    }
    const list = found.get(about.id)
    if (list === undefined) {
      fates.drop('answer', 'about-left-out', answer.id)
      continue
    }
    list.push(answer)
    fates.change('answer', 'answer-as-json', answer.id)
  }
  return found
}

/** Question texts and answers as a JSON object; null without answers. */
function answersText(answers: readonly Answer[] | undefined, schema: LabelSchema): string | null {
  if (answers === undefined || answers.length === 0) return null
  const entries = answers.map(({ question: id, value }) => {
    const question = schema.questions.find((one) => one.id === id)
    return [question?.text ?? id, plainAnswer(value, question)]
  })
  return JSON.stringify(Object.fromEntries(entries))
}

function pageNumbers({ media }: LabeledDocument): number[] {
  const [first] = media
  return first?.pages.map((page) => page.index) ?? []
}

function pageSize({ media }: LabeledDocument, page: number) {
  return media[0]?.pages.find((one) => one.index === page)
}

/** Left, top, width and height of the smallest upright rectangle around a shape. */
function boundsOf({ points }: Shape): number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return points.length === 0 ? [] : [left, top, right - left, bottom - top]
}

function flat({ points }: Shape): number[] {
  return points.flatMap(({ x, y }) => [x, y])
}
