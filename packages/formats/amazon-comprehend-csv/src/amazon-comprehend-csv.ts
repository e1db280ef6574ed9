import { defineFormat, type Format, later } from '@labelport/format'
import { type ComprehendOptions, defaults, optionsOf, specs } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const write = later(async () => (await import('./write/write.ts')).write)

function create(options: ComprehendOptions): Format {
  return defineFormat({
    id: 'amazon-comprehend-csv',
    title: 'Amazon Comprehend CSV',
    extensions: ['.csv'],
    tasks: ['token', 'row'],
    carries: {
      text: 'full',
      span: 'full',
      'span.overlapping': 'full',
      'answer.row': 'partial',
      'schema.labels': 'partial',
      'schema.questions': 'partial',
    },
    unverified: [
      'Whether Datasaur counts offsets in code points, as Amazon does, or in UTF-16 code units.',
      'Whether Line counts rows or lines of the uploaded text, which differ where it had empty lines.',
      'Whether Datasaur writes label names as they are or in upper case.',
      'What the column "Label Status" holds.',
      'Which column and which question an export of a row project takes when there are several.',
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

/** CSV for Amazon Comprehend: offsets of entities in text files, or classes and texts. */
export const amazonComprehendCsv: Format = create(defaults)
