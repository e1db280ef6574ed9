import { bareDocuments, documentRuns } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** Puts the segments of those documents together that are needed whole; others pass segment by segment. */
export async function* neededWhole(
  documents: AsyncIterable<LabeledDocument>,
  isNeeded: (document: LabeledDocument) => boolean,
): AsyncGenerator<LabeledDocument> {
  for await (const { first, later } of documentRuns(documents)) {
    if (later === undefined) {
      yield first
      continue
    }
    const rest = later[Symbol.asyncIterator]()
    let segment: LabeledDocument | undefined = first
    // It may be a later segment that shows what the examples are about.
    while (segment !== undefined && !isNeeded(segment)) {
      yield segment
      segment = await nextOf(rest)
    }
    if (segment !== undefined) yield* bareDocuments(from(segment, rest))
  }
}

async function* from(
  first: LabeledDocument,
  rest: AsyncIterator<LabeledDocument>,
): AsyncGenerator<LabeledDocument> {
  for (let one: LabeledDocument | undefined = first; one !== undefined; one = await nextOf(rest)) {
    yield one
  }
}

async function nextOf(
  documents: AsyncIterator<LabeledDocument>,
): Promise<LabeledDocument | undefined> {
  const { done, value } = await documents.next()
  return done === true ? undefined : value
}
