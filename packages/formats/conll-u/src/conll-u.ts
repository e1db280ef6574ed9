import { defineFormat, later } from '@labelport/format'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const write = later(async () => (await import('./write/write.ts')).write)

/** CONLL_U: words with their parts of speech, and the arrows of a dependency tree. */
export const conllU = defineFormat({
  id: 'conll-u',
  title: 'CONLL_U',
  extensions: ['.conllu'],
  tasks: ['token'],
  carries: {
    text: 'full',
    tokens: 'full',
    whitespace: 'full',
    span: 'partial',
    'span.overlapping': 'partial',
    relation: 'partial',
    'schema.labels': 'partial',
  },
  unverified: [
    'No export of Datasaur in this format was seen; the layout is that of Universal Dependencies.',
    'That labels are parts of speech and arrows dependencies, drawn from head to dependent.',
    'The ending of exported files.',
  ],
  reader: { yields: 'many', names: 'appended', sniff, read },
  writer: { write },
})
