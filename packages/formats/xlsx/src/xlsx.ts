import { defineFormat, type Format, later } from '@labelport/format'
import { defaults, optionsOf, specs, type XlsxOptions } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const write = later(async () => (await import('./write/write.ts')).write)

function create(options: XlsxOptions): Format {
  return defineFormat({
    id: 'xlsx',
    title: 'XLSX',
    extensions: ['.xlsx'],
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
      'The whole layout, one sheet with the columns of CSV: no XLSX export was seen.',
      'The name of the sheet, and whether numbers and dates are texts; texts are written.',
      'Which columns hold answers, and that several answers in one cell are joined with ";".',
      'What the columns "Label Status" and "Line" hold.',
      'How answers about the document look: columns of their own, filled in the first row.',
      'How grouped answers look: a list of objects, as in JSON exports.',
    ],
    options: specs,
    configure: (values) => create(optionsOf(values)),
    reader: {
      // The directory of a zip stands at its end.
      yields: 'one',
      names: 'appended',
      sniff,
      read: (source, context) => read(source, context, options),
    },
    writer: { write: (documents, context) => write(documents, context, options) },
  })
}

/** XLSX exports of row projects: one sheet with a header, and a row for every row. */
export const xlsx: Format = create(defaults)
