import { defineFormat, type Format, later } from '@labelport/format'
import { defaults, optionsOf, specs, type TsvOptions } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

function create(options: TsvOptions): Format {
  return defineFormat({
    id: 'tsv',
    title: 'TSV',
    extensions: ['.tsv'],
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
      'The whole layout: no TSV export of a row project was seen, only its description.',
      'Whether lines end with CR LF, as written here and as in CSV exports, or with LF.',
      'What happens to tabs and line breaks inside of fields: here such fields are quoted as in CSV.',
      'Which columns hold answers, and that several answers in one cell are joined with ";".',
      'What the columns "Label Status" and "Line" hold.',
      'How answers about the document look: columns of their own, filled in the first row.',
      'How grouped answers look: a list of objects, as in JSON exports.',
    ],
    options: specs,
    configure: (values) => create(optionsOf(values)),
    reader: {
      yields: 'many',
      names: 'appended',
      sniff,
      read: (source, context) => read(source, context, options),
    },
    writer: { write: (documents, context) => write(documents, context, options) },
  })
}

/** TSV exports of row projects: a header, and a line for every row. */
export const tsv: Format = create(defaults)
