import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes `.spacy` files, which spaCy trains from as they are. */
export const spacy = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'spacy',
    title: 'spaCy',
    extensions: ['.spacy'],
    tasks: ['token', 'row', 'document', 'conversation'],
    carries: {
      text: 'full',
      tokens: 'full',
      whitespace: 'full',
      span: 'full',
      'span.overlapping': 'full',
      relation: 'full',
      'answer.document': 'partial',
      'answer.row': 'partial',
      'schema.labels': 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: {
      splits: true,
      write: (documents, context) => write(documents, context, options),
    },
  })
}
