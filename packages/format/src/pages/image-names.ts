import type { LabeledDocument } from '@labelport/model'
import { extensionOf, safeName, uniqueNames } from '../name.ts'

/** The file that is expected to hold the image of a page. */
export interface ImageName {
  /** Safe on every system. No two differ in their ending only: label files are named after the rest. */
  readonly file: string
  /** The name without its ending. */
  readonly stem: string
  /** Whether the image has to be saved under another name than it was uploaded. */
  readonly renamed: boolean
}

/**
 * Names images: one that was uploaded keeps its name, pages of anything else are numbered from 1 and get
 * the given ending, with its dot.
 */
export function imageNames(
  ending: string,
): (document: LabeledDocument, page: number, isImage: boolean) => ImageName {
  const unique = uniqueNames()
  return ({ name }, page, isImage) => {
    const own = extensionOf(name)
    const upload = own === '' ? name : name.slice(0, -own.length)
    const wanted = isImage ? upload : `${upload}-${page + 1}`
    const extension = isImage ? name.slice(upload.length) : ending
    const stem = unique(safeName(wanted))
    const file = safeName(stem + extension)
    return { file, stem, renamed: isImage && file !== name }
  }
}
