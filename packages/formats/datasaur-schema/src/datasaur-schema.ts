import { defineFormat, later } from '@labelport/format'
import { formatId } from './extra.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

/** DATASAUR_SCHEMA: the export of Datasaur that tells most of a document, of every kind of project. */
export const datasaurSchema = defineFormat({
  id: formatId,
  title: 'DATASAUR_SCHEMA',
  extensions: ['.json'],
  tasks: ['token', 'row', 'document', 'box', 'audio'],
  carries: {
    text: 'full',
    tokens: 'full',
    whitespace: 'full',
    speaker: 'full',
    metadata: 'full',
    media: 'partial',
    span: 'full',
    'span.overlapping': 'full',
    'span.multi-cell': 'full',
    'span.within-token': 'full',
    relation: 'full',
    'answer.document': 'full',
    'answer.row': 'full',
    'answer.annotation': 'full',
    box: 'full',
    'box.caption': 'full',
    'box.text': 'partial',
    timestamp: 'partial',
    'timestamp.text': 'partial',
    'origin.by': 'full',
    'origin.user': 'partial',
    'origin.verdict': 'partial',
    'origin.confidence': 'full',
    comment: 'full',
    'comment.author': 'partial',
    'schema.labels': 'partial',
    'schema.questions': 'full',
    project: 'partial',
  },
  unverified: [
    'Answers about rows and their questions are read and written by analogy with those about documents.',
    'Unresolved answers, in rowAnswers and documentAnswers, are known by name only.',
    'Questions and answers about text labels are read and written by analogy with those of boxes.',
    'Time labels of audio projects are read and written by analogy with JSON_ADVANCED.',
    'Boxes around text in images, in boundingBoxLabels, are read and written with the fields of the API and the place of other labels.',
  ],
  reader: { yields: 'one', names: 'inside', sniff, read },
  writer: { write },
})
