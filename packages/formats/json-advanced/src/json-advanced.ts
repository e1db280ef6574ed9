import { defineFormat } from '@labelport/format'
import { formatId } from './extra.ts'
import { read } from './read.ts'
import { sniff } from './sniff.ts'

/** JSON_ADVANCED: token projects with every label, arrow and timestamp. */
export const jsonAdvanced = defineFormat({
  id: formatId,
  title: 'JSON_ADVANCED',
  extensions: ['.json'],
  tasks: ['token', 'audio', 'conversation'],
  carries: {},
  reader: { yields: 'one', names: 'appended', sniff, read },
})
