import { type Part, type WriteContext, writeColumns } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { continuation } from './continuation.ts'

/** Writes one file for each document; later segments go on in the file of the first. */
export function write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
): AsyncGenerator<Part> {
  return writeColumns(documents, context, {
    format: 'tsv-iob',
    tagOf: ({ name }, begins) => `${begins ? 'B' : 'I'}-${name}`,
    follow: continuation,
    reasons: {
      'span-exchanged':
        'Two spans with one label name meet at the end of a row; the file does not tell which of them goes on.',
      'no-place': 'TSV_IOB holds tokens and labels on them, and nothing else.',
    },
  })
}
