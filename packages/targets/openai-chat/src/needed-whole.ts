import { wholeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** Puts the segments of those documents together that are needed whole; others pass segment by segment. */
export async function* neededWhole(
  documents: AsyncIterable<LabeledDocument>,
  isNeeded: (document: LabeledDocument) => boolean,
): AsyncGenerator<LabeledDocument> {
  let held: LabeledDocument[] = []
  for await (const document of documents) {
    if (held.length > 0 && held[0]?.id !== document.id) {
      yield* wholeDocuments(oneByOne(held))
      held = []
    }
    if (document.segment === undefined || (held.length === 0 && !isNeeded(document))) {
      yield document
      continue
    }
    held.push(document)
    if (!document.segment.last) continue
    yield* wholeDocuments(oneByOne(held))
    held = []
  }
  yield* wholeDocuments(oneByOne(held))
}

async function* oneByOne(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}
