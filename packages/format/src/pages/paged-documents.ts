import { type Answer, doubtOf, type LabeledDocument, type Page } from '@labelport/model'
import { type Fates, openFates } from '../fates.ts'
import type { WriteContext } from '../format.ts'
import { dropRootCopy } from '../root-copy.ts'
import { schemaNames } from '../schema-names.ts'
import { bareDocuments } from '../segments.ts'
import { type ImageName, imageNames } from './image-names.ts'
import type { PageFate } from './page-fates.ts'
import { type Area, type OutsideRule, type PlacedBox, placeBox } from './placed-boxes.ts'

/** How a format wants its pages. */
export interface PageWriting<Code extends string> {
  /** The id of the format. */
  readonly format: string
  readonly reasons: Readonly<Record<Code | PageFate, string>>
  readonly outside: OutsideRule
  readonly unresolved: 'exclude' | 'include'
  /** The ending, with its dot, of images of pages that were no image files. */
  readonly ending: string
  /** Called with each class of a new schema, in its order. */
  readonly meet: (name: string) => void
}

/** A page whose size is known, and the areas on it. */
export interface PageImage extends ImageName {
  readonly page: Page
  readonly areas: readonly Area[]
}

/** A document as images. Its boxes and answers have no fate yet; everything else has. */
export interface PagedDocument<Code extends string> {
  readonly document: LabeledDocument
  readonly images: readonly PageImage[]
  readonly boxes: readonly PlacedBox[]
  /** About the document or a box. */
  readonly answers: readonly Answer[]
  readonly fates: Fates<Code | PageFate>
}

/** Turns documents into images, pages without boxes included. */
export async function* pagedDocuments<Code extends string>(
  documents: AsyncIterable<LabeledDocument>,
  { account, report }: Pick<WriteContext, 'account' | 'report'>,
  writing: PageWriting<Code>,
): AsyncGenerator<PagedDocument<Code>> {
  const { format, reasons, outside, unresolved } = writing
  const nameOf = imageNames(writing.ending)
  const schemas = schemaNames(format, report)
  for await (const document of bareDocuments(documents)) {
    if (dropRootCopy(format, reasons, document, { account, report })) continue
    const quoted = JSON.stringify(document.name)
    const fates = openFates<Code | PageFate>(format, reasons, account, document)
    const { pages, isImage, unsized } = pagesOf(document)
    if (unsized) {
      const message = `${quoted} has pages of unknown size. ${reasons['no-size']}`
      report({ severity: 'warning', code: `${format}/no-size`, message })
    }
    const names = schemas.of(document.schema, 'box', writing.meet)
    const boxes: PlacedBox[] = []
    const answers: Answer[] = []
    for (const annotation of document.annotations) {
      const doubt = unresolved === 'exclude' ? doubtOf(annotation.origin) : undefined
      if (doubt !== undefined) fates.drop(annotation.type, doubt, annotation.id)
      else if (annotation.type === 'box') {
        const name = names.nameOf(annotation.labelSet, annotation.label)
        boxes.push(placeBox(annotation, name, pages, outside))
      } else if (annotation.type === 'answer' && annotation.about.type !== 'row') {
        answers.push(annotation)
      } else fates.drop(annotation.type, 'no-place', annotation.id)
    }
    for (const index of document.cells.keys()) fates.drop('cell', 'no-place', index)
    for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
    const areas = boxes.flatMap((box) => box.areas)
    const images = [...pages.values()].map((page): PageImage => {
      const image = nameOf(document, page.index, isImage)
      if (image.renamed) {
        const message = `The image ${quoted} is expected under the name ${JSON.stringify(image.file)}.`
        report({ severity: 'info', code: `${format}/image-renamed`, message })
      }
      return { ...image, page, areas: areas.filter((area) => area.page === page.index) }
    })
    yield { document, images, boxes, answers, fates }
  }
}

interface Pages {
  /** Those of known size, in order. */
  readonly pages: ReadonlyMap<number, Page>
  /** Whether the file is an image of one page. */
  readonly isImage: boolean
  readonly unsized: boolean
}

/** The pages of the first file that can have boxes. */
function pagesOf({ media, annotations }: LabeledDocument): Pages {
  const medium = media.find(({ type }) => type === 'image' || type === 'pdf') ?? media[0]
  const all = [...(medium?.pages ?? [])].sort((a, b) => a.index - b.index)
  const sized = all.filter(({ width, height }) => width > 0 && height > 0)
  const pages = new Map(sized.map((page) => [page.index, page]))
  const missing = annotations.some(
    (one) => one.type === 'box' && one.shapes.some(({ page }) => !pages.has(page)),
  )
  return {
    pages,
    isImage: medium?.type === 'image' && all.length === 1,
    unsized: missing || sized.length < all.length,
  }
}
