import { defineFormat, later } from '@labelport/format'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

/** JSON, the simplified form: sentences with their tokens and labels, and nothing else. */
export const json = defineFormat({
  id: 'json',
  title: 'JSON (simplified)',
  extensions: ['.json'],
  tasks: ['token', 'conversation'],
  carries: {
    text: 'full',
    tokens: 'full',
    whitespace: 'full',
    speaker: 'full',
    metadata: 'full',
    span: 'full',
    'span.overlapping': 'full',
    'span.multi-cell': 'full',
    'span.within-token': 'full',
    'schema.labels': 'partial',
  },
  unverified: [
    'All of it: no file and no description of this format was seen, only its name.',
    'It is read and written as the part of JSON_ADVANCED that cannot be left out: sentences with id, content, tokens and labels.',
  ],
  reader: { yields: 'one', names: 'appended', sniff, read },
  writer: { write },
})
