import { defineFormat, type Format, later } from '@labelport/format'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const write = later(async () => (await import('./write/write.ts')).write)

/** TSV_IOB exports: a token and its tags on each line, an empty line after each row. */
export const tsvIob: Format = defineFormat({
  id: 'tsv-iob',
  title: 'TSV_IOB',
  extensions: ['.tsv'],
  tasks: ['token'],
  carries: {
    text: 'full',
    tokens: 'full',
    span: 'full',
    'span.overlapping': 'full',
    'span.multi-cell': 'full',
    'schema.labels': 'partial',
  },
  unverified: [
    'How Datasaur rounds labels that begin or end inside a token.',
    'Which of two labels on exactly the same tokens gets the lower column.',
    'How labels of several label sets share the columns.',
    'What becomes of labels in conflict.',
  ],
  reader: { yields: 'many', names: 'appended', sniff, read },
  writer: { write },
})
