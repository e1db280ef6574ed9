import {
  type PagedDocument,
  type Part,
  pagedDocuments,
  safeName,
  tellEmptySplits,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { annotationXml } from './annotation-xml.ts'
import type { Options } from './options.ts'
import { pixelsOf } from './pixels.ts'
import { type FateCode, reasons } from './reasons.ts'

/** Writes a file for every page, then the list of images of each split. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { splits, report } = context
  const lists = new Map<string, string[]>()
  const meet = (): void => {}
  for await (const paged of pagedDocuments(documents, context, {
    format: 'pascal-voc',
    reasons,
    meet,
    ...options,
  })) {
    const split = splits?.of(paged.document) ?? options.split
    for (const image of paged.images) {
      yield { path: `Annotations/${image.stem}.xml`, chunk: annotationXml(image, options) }
      const stems = lists.get(split) ?? []
      stems.push(`${image.stem}\n`)
      lists.set(split, stems)
    }
    settle(paged, options)
    paged.fates.close()
  }
  if (lists.size === 0) {
    const message = 'No page of known size came, so no file was written.'
    report({ severity: 'warning', code: 'pascal-voc/no-images', message })
    return
  }
  const lack = 'no image, so it has no list'
  tellEmptySplits('pascal-voc', { names: splits?.names ?? [], used: lists, lack }, report)
  for (const [split, stems] of lists) {
    yield { path: `ImageSets/Main/${safeName(split)}.txt`, chunk: stems.join('') }
  }
}

function settle({ boxes, answers, fates }: PagedDocument<FateCode>, options: Options): void {
  for (const { id } of answers) fates.drop('answer', 'no-place', id)
  for (const { box, areas, fate } of boxes) {
    const change = fate ?? changeOf(areas, options)
    if (areas.length === 0) fates.drop('box', change ?? 'no-shape', box.id)
    else if (change === undefined) fates.keep('box')
    else fates.change('box', change, box.id)
  }
}

function changeOf(
  areas: PagedDocument<FateCode>['boxes'][number]['areas'],
  options: Options,
): FateCode | undefined {
  if (areas.some(({ upright }) => !upright)) return 'rotated'
  return areas.some(({ bounds }) => pixelsOf(bounds, options).moved) ? 'rounded' : undefined
}
