import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes WebAnno TSV 3: numbered tokens below their text, with labels and arrows that INCEpTION reads. */
export const webannoTsv = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'webanno-tsv',
    title: 'WebAnno TSV 3',
    extensions: ['.tsv'],
    tasks: ['token'],
    carries: {
      text: 'full',
      tokens: 'full',
      whitespace: 'full',
      span: 'full',
      'span.overlapping': 'full',
      'span.multi-cell': 'full',
      'span.within-token': 'full',
      relation: 'full',
      'schema.labels': 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: { splits: true, write: (documents, context) => write(documents, context, options) },
  })
}
