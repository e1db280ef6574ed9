import { defineFormat, type Format, later, type OptionValues } from '@labelport/format'
import { optionSpecs, schemeFrom } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const write = later(async () => (await import('./write/write.ts')).write)

/** CONLL_2003: a token, two columns on its grammar and a tag on each line. */
export const conll2003: Format = configured({})

function configured(values: OptionValues): Format {
  const scheme = schemeFrom(values)
  return defineFormat({
    id: 'conll-2003',
    title: 'CONLL_2003',
    extensions: ['.conll'],
    tasks: ['token'],
    carries: { text: 'full', tokens: 'full', span: 'full', 'schema.labels': 'partial' },
    unverified: [
      'No export of Datasaur in this format was seen; the layout is that of the CoNLL shared task of 2003.',
      'Which of the four columns Datasaur fills, and whether it writes IOB1 or IOB2.',
      'The ending of exported files.',
    ],
    options: optionSpecs,
    configure: configured,
    reader: {
      yields: 'many',
      names: 'appended',
      sniff,
      read: (source, context) => read(source, context, scheme),
    },
    writer: { write: (documents, context) => write(documents, context, scheme) },
  })
}
