import { type Part, type WriteContext, writableText, writeColumns } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { merging } from './merging.ts'

/** Writes a token and its labels on each line, an empty line after each row. */
export function writePlain(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
): AsyncGenerator<Part> {
  return writeColumns(documents, context, {
    format: 'tsv-non-iob',
    tagOf: ({ name }) => name,
    writableName,
    follow: merging,
    reasons: {
      'spans-merged':
        'Labels of one name on neighbouring tokens become one: the file does not say where a label begins.',
      'span-split': 'The label goes over several rows and becomes one label in each.',
      'no-place': 'Files of tokens and labels hold nothing else.',
    },
  })
}

/** A label without a name, or called O, would read as no label. */
function writableName(name: string): string {
  if (name === '') return '_'
  return name === 'O' ? '_O_' : writableText(name)
}
