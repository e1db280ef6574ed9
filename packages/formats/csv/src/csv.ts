import { defineFormat, type Format, later } from '@labelport/format'
import { type CsvOptions, defaults, optionsOf, specs } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

function create(options: CsvOptions): Format {
  return defineFormat({
    id: 'csv',
    title: 'CSV',
    extensions: ['.csv'],
    tasks: ['row'],
    carries: {
      text: 'full',
      table: 'full',
      'answer.document': 'full',
      'answer.row': 'full',
      // Questions come from the options: their texts are in the file, their kinds are not.
      ...(options.answers.length > 0 && { 'schema.questions': 'partial' }),
    },
    unverified: [
      'Which columns of an export hold answers, and how their texts look: no export with answers was seen.',
      'That several answers in one cell are joined with ";".',
      'What the columns "Label Status" and "Line" hold.',
      'How answers about the document look: columns of their own, filled in the first row.',
      'How grouped answers look: a list of objects, as in JSON exports.',
    ],
    options: specs,
    configure: (values) => create(optionsOf(values)),
    reader: {
      yields: 'many',
      names: 'same',
      sniff,
      read: (source, context) => read(source, context, options),
    },
    writer: { write: (documents, context) => write(documents, context, options) },
  })
}

/** CSV exports of row projects: a header, and a record for every row. */
export const csv: Format = create(defaults)
