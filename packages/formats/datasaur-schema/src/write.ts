import {
  type Part,
  printPieces,
  safeName,
  tallyOf,
  uniqueNames,
  type WriteContext,
  wholeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formatId } from './extra.ts'
import { inFileOrder, joinedExtra } from './join-segments.ts'
import { fileOf } from './write-file.ts'

/** Writes each document into a file named like it: compact JSON and one line feed. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  for await (const document of wholeDocuments(documents, joinedExtra)) {
    signal?.throwIfAborted()
    const tally = tallyOf(formatId, document, account)
    const file = fileOf(inFileOrder(document), tally)
    tally.close()
    const path = unique(`${safeName(document.name)}.json`)
    for (const chunk of printPieces(file)) yield { path, chunk }
    yield { path, chunk: '\n' }
  }
}
