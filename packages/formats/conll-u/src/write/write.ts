import {
  dropTypes,
  fileStart,
  openFates,
  type Part,
  safeName,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type Fate, reasons } from './reasons.ts'
import { sentencesOf } from './sentences.ts'

/** Writes one file for each document; later segments go on in the file of the first. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let path = ''
  for await (const document of documents) {
    signal?.throwIfAborted()
    const isFirst = (document.segment?.index ?? 0) === 0
    if (isFirst) path = unique(safeName(`${document.name}.conllu`))
    const fates = openFates<Fate>('conll-u', reasons, account, document)
    const text = sentencesOf(document, fates)
    yield { path, chunk: isFirst ? fileStart(text) : text }
    fates.close()
    dropTypes(account, document, ['answer', 'box', 'timestamp', 'comment'], {
      code: 'conll-u/no-place',
      reason: reasons['no-place'],
    })
  }
}
