import {
  classNumbers,
  type PagedDocument,
  type Part,
  pagedDocuments,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { dataYaml } from './data-yaml.ts'
import { labelLine } from './label-line.ts'
import type { Options } from './options.ts'
import { type FateCode, reasons } from './reasons.ts'

/** Writes a label file for every page, then the description and the list of images. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { split, shape } = options
  const classes = classNumbers(context.labels?.box)
  const images: string[] = []
  const meet = classes.numberOf
  for await (const paged of pagedDocuments(documents, context, {
    format: 'yolo',
    reasons,
    meet,
    ...options,
  })) {
    for (const image of paged.images) {
      const lines = image.areas.map((area) => {
        return labelLine(classes.numberOf(area.name), area, image, shape)
      })
      yield { path: `labels/${split}/${image.stem}.txt`, chunk: lines.join('') }
      images.push(imageLine(`images/${split}/${image.file}`, paged.document.name, image.page.index))
    }
    settle(paged, options)
    paged.fates.close()
  }
  if (images.length === 0) {
    const message = 'No page of known size came, so no file was written.'
    context.report({ severity: 'warning', code: 'yolo/no-images', message })
    return
  }
  yield { path: 'data.yaml', chunk: dataYaml(classes.names) }
  yield { path: `images-${split}.tsv`, chunk: `image\tdocument\tpage\n${images.join('')}` }
}

/** Which image the person has to put where. Pages count from 1. */
function imageLine(path: string, document: string, page: number): string {
  const name = document.replaceAll(/[\t\n\r\p{Surrogate}]/gu, ' ')
  return `${path}\t${name}\t${page + 1}\n`
}

function settle(paged: PagedDocument<FateCode>, { shape }: Options): void {
  const { boxes, answers, fates } = paged
  for (const { id } of answers) fates.drop('answer', 'no-place', id)
  for (const { box, areas, fate } of boxes) {
    const rotated = shape === 'box' && areas.some(({ upright }) => !upright)
    const change = fate ?? (rotated ? 'rotated' : undefined)
    if (areas.length === 0) fates.drop('box', change ?? 'no-shape', box.id)
    else if (change === undefined) fates.keep('box')
    else fates.change('box', change, box.id)
  }
}
