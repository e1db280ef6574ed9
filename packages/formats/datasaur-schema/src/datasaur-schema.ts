import { defineFormat } from '@labelport/format'
import { formatId } from './extra.ts'
import { read } from './read.ts'
import { sniff } from './sniff.ts'

/** DATASAUR_SCHEMA: the export of Datasaur that tells most of a document, of every kind of project. */
export const datasaurSchema = defineFormat({
  id: formatId,
  title: 'DATASAUR_SCHEMA',
  extensions: ['.json'],
  tasks: ['token', 'row', 'document', 'box', 'audio'],
  carries: {},
  reader: { yields: 'one', names: 'inside', sniff, read },
})
