import type { Format, Locate, Source } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ReadExportOptions } from '../export.ts'
import { openPlaces } from './places.ts'

/** Hands a document of a file to who asked for it. */
export type AskedDocument = (
  document: LabeledDocument,
) => LabeledDocument | Promise<LabeledDocument>

/** Tells who asks what the documents of one file were read from, and where their statements stand. */
export function askedDocuments(
  file: Source,
  format: Format,
  onDocument: NonNullable<ReadExportOptions['onDocument']>,
): { readonly locate: Locate; readonly asked: AskedDocument } {
  const { locate, take: placeOf } = openPlaces()
  let index = -1
  const asked: AskedDocument = (document) => {
    if (document.segment === undefined || document.segment.index === 0) index += 1
    return onDocument(document, { file, format, index, placeOf })
  }
  return { locate, asked }
}
