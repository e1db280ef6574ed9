import {
  classNumbers,
  type PagedDocument,
  type Part,
  pagedDocuments,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { dataSetFiles } from './data-set-files.ts'
import { labelLine } from './label-line.ts'
import type { Options } from './options.ts'
import { type FateCode, reasons } from './reasons.ts'
import { splitFolders } from './split-folders.ts'

/** Writes a label file for every page, then the description and the list of images of each split. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { splits } = context
  const folders = splits === undefined ? undefined : splitFolders(splits.names)
  const classes = classNumbers(context.labels?.box)
  const lists = new Map<string, string[]>()
  const meet = classes.numberOf
  for await (const paged of pagedDocuments(documents, context, {
    format: 'yolo',
    reasons,
    meet,
    ...options,
  })) {
    const { document } = paged
    const folder = folders?.get(splits?.of(document) ?? '') ?? options.split
    for (const image of paged.images) {
      const lines = image.areas.map((area) => {
        return labelLine(classes.numberOf(area.name), area, image, options.shape)
      })
      yield { path: `labels/${folder}/${image.stem}.txt`, chunk: lines.join('') }
      const images = lists.get(folder) ?? []
      images.push(imageLine(`images/${folder}/${image.file}`, document.name, image.page.index))
      lists.set(folder, images)
    }
    settle(paged, options)
    paged.fates.close()
  }
  yield* dataSetFiles(lists, classes.names, context)
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
