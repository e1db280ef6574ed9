import { imageNames, type Report } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** Names the file that holds a page. */
export type PageFiles = (document: LabeledDocument, page: number) => string

/** The file that will lie beside the data: an uploaded image keeps its name, pages of others are numbered. */
export function imageFiles(report: Report): PageFiles {
  const nameOf = imageNames('.png')
  return (document, page) => {
    const [medium] = document.media
    const isImage = medium?.type === 'image' && medium.pages.length <= 1
    const { file, renamed } = nameOf(document, page, isImage)
    if (renamed) {
      const message = `The image ${JSON.stringify(document.name)} is expected under the name ${JSON.stringify(file)}.`
      report({ severity: 'info', code: 'huggingface/image-renamed', message })
    }
    return file
  }
}
