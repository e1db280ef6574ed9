import { type Format, FormatError, wholeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { readBack } from './read-back.ts'
import { residueOf } from './residue-of.ts'

/**
 * What files of a format will not hold of each document, as documents to be written in a format that carries
 * everything. Each is written in memory and read again, so that nothing is promised that does not come back.
 * Throws FormatError `engine/residue-unreadable` for a format that cannot be read.
 */
export async function* residues(
  documents: AsyncIterable<LabeledDocument>,
  format: Format,
  signal?: AbortSignal,
): AsyncGenerator<LabeledDocument> {
  if (format.reader === undefined) {
    const message = `${format.title} cannot be read again, so nothing can be put together with it.`
    throw new FormatError({ severity: 'error', code: 'engine/residue-unreadable', message })
  }
  for await (const document of wholeDocuments(documents)) {
    yield residueOf(document, await readBack(document, format, signal), format.id)
  }
}
