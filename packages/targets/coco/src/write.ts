import {
  classNumbers,
  type PagedDocument,
  type Part,
  type PlacedBox,
  pagedDocuments,
  safeName,
  tellEmptySplits,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { attributesOf } from './attributes.ts'
import { type CocoFile, openCocoFile } from './coco-file.ts'
import type { Options } from './options.ts'
import { type FateCode, reasons } from './reasons.ts'
import { annotationRecord, imageRecord } from './records.ts'

/**
 * Writes images while documents come in, then the annotations, which are held until then. Each split has a file;
 * ids count on across them, so the files can be put together.
 */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { splits, report } = context
  const classes = classNumbers(context.labels?.box)
  const files = new Map<string, CocoFile>()
  const count = { images: 0, annotations: 0 }
  const meet = classes.numberOf
  for await (const paged of pagedDocuments(documents, context, {
    format: 'coco',
    reasons,
    meet,
    ...options,
  })) {
    const attributes = attributesOf(paged)
    const split = splits?.of(paged.document) ?? ''
    const path = splits === undefined ? `${options.name}.json` : splitPath(split)
    for (const image of paged.images) {
      const file = files.get(split) ?? openCocoFile(path)
      files.set(split, file)
      count.images += 1
      const record = imageRecord(count.images, image, paged.document.name, attributes.images)
      const annotations = image.areas.map((area) => {
        count.annotations += 1
        const category = classes.numberOf(area.name) + 1
        const ids = { id: count.annotations, image: count.images, category }
        const facts = attributes.boxes.get(area.box.id) ?? new Map()
        return annotationRecord(ids, area, options.segmentation, facts)
      })
      yield file.add(record, annotations)
    }
    settle(paged, options)
    paged.fates.close()
  }
  if (files.size === 0) {
    const message = 'No page of known size came, so no file was written.'
    report({ severity: 'warning', code: 'coco/no-images', message })
    return
  }
  const lack = 'no image, so it has no file'
  tellEmptySplits('coco', { names: splits?.names ?? [], used: files, lack }, report)
  for (const file of files.values()) yield* file.close(classes.names)
}

/** Where the COCO data sets themselves have them, and importers of folders look. */
function splitPath(split: string): string {
  return `annotations/${safeName(`instances_${split}.json`)}`
}

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
