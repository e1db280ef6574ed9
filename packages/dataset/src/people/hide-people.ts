import type { Pseudonyms } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { peopleHider } from './people-hider.ts'

/**
 * The documents with pseudonyms in place of everybody they name: labelers, judges, owners and authors of comments.
 * What formats remember in `extra` goes, for it may name people as well; the votes of a merge stay. Texts are left
 * alone.
 */
export async function* hidePeople(
  documents: AsyncIterable<LabeledDocument>,
  pseudonyms: Pseudonyms,
): AsyncGenerator<LabeledDocument> {
  const hider = peopleHider(pseudonyms)
  for await (const document of documents) yield hider.document(document)
}
