import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes CoNLL files: one token and its tag per line, a blank line after each row. */
export const conll = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'conll',
    title: 'CoNLL',
    extensions: ['.conll'],
    tasks: ['token'],
    carries: {
      text: 'full',
      tokens: 'full',
      span: 'full',
      'schema.labels': 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: { splits: true, write: (documents, context) => write(documents, context, options) },
  })
}
