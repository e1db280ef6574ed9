import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes brat standoff: a text and a file of annotations for each document, and the configuration. */
export const brat = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'brat',
    title: 'brat standoff',
    extensions: ['.ann'],
    tasks: ['token'],
    carries: {
      text: 'full',
      span: 'full',
      'span.overlapping': 'full',
      'span.multi-cell': 'full',
      relation: 'full',
      'answer.annotation': 'partial',
      comment: 'partial',
      'schema.labels': 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: { splits: true, write: (documents, context) => write(documents, context, options) },
  })
}
