import type { ImageName, Report } from '@labelport/format'
import type { LabeledDocument, Page } from '@labelport/model'
import type { Options } from './options.ts'

/** The images of a task. */
export interface Pages {
  /** Where Label Studio finds them, in order. */
  readonly addresses: readonly string[]
  /** Those of known size. */
  readonly sized: ReadonlyMap<number, Page>
  /** The place of a page among the addresses, by its index. */
  readonly places: ReadonlyMap<number, number>
}

/** What images are named with. */
export interface PageNaming {
  readonly options: Pick<Options, 'mediaRoot'>
  readonly report: Report
  /** Names no two images alike. */
  readonly nameOf: (document: LabeledDocument, page: number, isImage: boolean) => ImageName
}

/** The pages of the first file that can have boxes; a file without pages is one image of unknown size. */
export function pagesOf(document: LabeledDocument, naming: PageNaming): Pages {
  const { options, report, nameOf } = naming
  const { media, name } = document
  const medium = media.find(({ type }) => type === 'image' || type === 'pdf') ?? media[0]
  const known = [...(medium?.pages ?? [])].sort((a, b) => a.index - b.index)
  const indices = known.length === 0 ? [0] : known.map(({ index }) => index)
  const isImage = medium?.type === 'image' && indices.length === 1
  const addresses = indices.map((index) => {
    const image = nameOf(document, index, isImage)
    if (isImage && options.mediaRoot === '' && medium.url !== undefined) return medium.url
    if (image.renamed) {
      const message = `The image ${JSON.stringify(name)} is expected under the name ${JSON.stringify(image.file)}.`
      report({ severity: 'info', code: 'label-studio/image-renamed', message })
    }
    return options.mediaRoot + image.file
  })
  const sized = known.filter(({ width, height }) => width > 0 && height > 0)
  return {
    addresses,
    sized: new Map(sized.map((page) => [page.index, page])),
    places: new Map(indices.map((index, at) => [index, at])),
  }
}
