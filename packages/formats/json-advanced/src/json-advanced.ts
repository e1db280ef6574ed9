import { defineFormat, later } from '@labelport/format'
import { formatId } from './extra.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

/** JSON_ADVANCED: token projects with every label, arrow and timestamp. */
export const jsonAdvanced = defineFormat({
  id: formatId,
  title: 'JSON_ADVANCED',
  extensions: ['.json'],
  tasks: ['token', 'audio', 'conversation'],
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
    relation: 'full',
    box: 'partial',
    'box.text': 'full',
    timestamp: 'partial',
    'timestamp.text': 'partial',
    'origin.by': 'full',
    'origin.user': 'partial',
    'origin.verdict': 'partial',
    'origin.time': 'full',
    comment: 'full',
    'comment.author': 'partial',
    'schema.labels': 'partial',
  },
  unverified: [
    'Arrows are known from code that reads them; no file with one was seen.',
    'Comments are read and written like those of DATASAUR_SCHEMA; files seen had none.',
    'Boxes around text in images are read and written with the fields of the API and the place of other labels.',
  ],
  reader: { yields: 'one', names: 'appended', sniff, read },
  writer: { write },
})
