import { defineFormat, type Format, later } from '@labelport/format'
import { type AutomlOptions, defaults, optionsOf, specs } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const write = later(async () => (await import('./write/write.ts')).write)

function create(options: AutomlOptions): Format {
  return defineFormat({
    id: 'azure-automl-csv',
    title: 'Azure AutoML',
    extensions: ['.csv', '.txt'],
    tasks: ['token', 'row'],
    carries: {
      text: 'full',
      tokens: 'full',
      span: 'full',
      'answer.row': 'partial',
      'schema.labels': 'partial',
      'schema.questions': 'partial',
    },
    unverified: [
      'Whether Datasaur writes tokens and tags with a blank, a tab or a comma between them, and under which ending.',
      'Whether a file of tokens has a header.',
      'What becomes of overlapping labels, and of labels over several rows.',
      'How the columns of text and labels are headed, and whether label cells are lists.',
    ],
    options: specs,
    configure: (values) => create(optionsOf(values)),
    reader: {
      yields: 'one',
      names: 'appended',
      sniff,
      read: (source, context) => read(source, context, options),
    },
    writer: { write: (documents, context) => write(documents, context, options) },
  })
}

/** What Azure AutoML trains text models on: tokens with tags, or a table of texts and their labels. */
export const azureAutomlCsv: Format = create(defaults)
