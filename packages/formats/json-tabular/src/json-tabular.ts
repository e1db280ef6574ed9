import { defineFormat, type Format, later } from '@labelport/format'
import { defaults, type JsonTabularOptions, optionsOf, specs } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

function create(options: JsonTabularOptions): Format {
  return defineFormat({
    id: 'json-tabular',
    title: 'JSON_TABULAR',
    extensions: ['.json'],
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
      'The whole layout, a list of flat objects keyed by header: no JSON_TABULAR export was seen.',
      'How headers that repeat are keyed: read as they stand, written as "name#2".',
      'Whether several answers are a list or one text joined with ";": both are read, the text is written.',
      'Whether numbers and flags are texts: both are read, texts are written.',
      'Whether unanswered questions are null, an empty text or missing.',
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

/** JSON_TABULAR exports of row projects: a list with one flat object for every row. */
export const jsonTabular: Format = create(defaults)
