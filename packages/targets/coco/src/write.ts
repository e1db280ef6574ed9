import {
  classNumbers,
  type PagedDocument,
  type Part,
  type PlacedBox,
  pagedDocuments,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { attributesOf } from './attributes.ts'
import type { Options } from './options.ts'
import { type FateCode, reasons } from './reasons.ts'
import { annotationRecord, imageRecord } from './records.ts'

/** Writes images while documents come in, then the annotations, which are held until then. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const path = `${options.name}.json`
  const classes = classNumbers(context.labels?.box)
  const annotations: string[] = []
  let images = 0
  const meet = classes.numberOf
  for await (const paged of pagedDocuments(documents, context, {
    format: 'coco',
    reasons,
    meet,
    ...options,
  })) {
    const attributes = attributesOf(paged)
    for (const image of paged.images) {
      images += 1
      const record = imageRecord(images, image, paged.document.name, attributes.images)
      yield { path, chunk: `${images === 1 ? opening : ',\n'}${JSON.stringify(record)}` }
      for (const area of image.areas) {
        const category = classes.numberOf(area.name) + 1
        const ids = { id: annotations.length + 1, image: images, category }
        const facts = attributes.boxes.get(area.box.id) ?? new Map()
        const one = annotationRecord(ids, area, options.segmentation, facts)
        annotations.push(JSON.stringify(one))
      }
    }
    settle(paged, options)
    paged.fates.close()
  }
  if (images === 0) {
    const message = 'No page of known size came, so no file was written.'
    context.report({ severity: 'warning', code: 'coco/no-images', message })
    return
  }
  yield { path, chunk: '\n],\n"annotations": [\n' }
  for (let from = 0; from < annotations.length; from += batch) {
    const lines = annotations.slice(from, from + batch).join(',\n')
    yield { path, chunk: `${from === 0 ? '' : ',\n'}${lines}` }
  }
  const categories = classes.names.map((name, index) =>
    JSON.stringify({ id: index + 1, name, supercategory: '' }),
  )
  yield { path, chunk: `\n],\n"categories": [\n${categories.join(',\n')}\n]}\n` }
}

const opening = '{"info": {"description": "Written by labelport"},\n"licenses": [],\n"images": [\n'

/** How many annotations leave together. */
const batch = 10_000

function settle({ boxes, fates }: PagedDocument<FateCode>, options: Options): void {
  for (const placed of boxes) {
    const { box, areas } = placed
    const change = changeOf(placed, options)
    if (areas.length === 0) fates.drop('box', change ?? 'no-shape', box.id)
    else if (change === undefined) fates.keep('box')
    else fates.change('box', change, box.id)
  }
}

function changeOf({ areas, fate }: PlacedBox, { segmentation }: Options): FateCode | undefined {
  if (fate !== undefined) return fate
  return segmentation || areas.every(({ upright }) => upright) ? undefined : 'rotated'
}
