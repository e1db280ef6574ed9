import { defineFormat, type Format, later } from '@labelport/format'
import { defaults, optionsOf, specs, type VertexOptions } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const write = later(async () => (await import('./write/write.ts')).write)

function create(options: VertexOptions): Format {
  return defineFormat({
    id: 'gcp-vertex-ai-csv',
    title: 'Google Vertex AI',
    extensions: ['.csv', '.jsonl'],
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
      'Whether Datasaur writes entities as JSON Lines, as JSON Lines inside a CSV, or as a list of files.',
      'Whether a line is a row of the document or the whole of it.',
      'Whether offsets count code points or UTF-16 code units.',
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

/** What Vertex AI took for text models: JSON Lines of entities, or CSV of texts and classes. */
export const gcpVertexAiCsv: Format = create(defaults)
