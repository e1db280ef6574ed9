import { defineFormat, later } from '@labelport/format'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

/** Datasaur's PLAIN export: the text alone, one row per line. */
export const plain = defineFormat({
  id: 'plain',
  title: 'Datasaur PLAIN',
  extensions: ['.txt'],
  tasks: ['token'],
  carries: { text: 'full' },
  unverified: [
    'One row per line, joined by line feeds, is inferred from the platform’s default export script; no real file has been seen.',
    'Whether a file ends with a line feed is not known: written files do, read files may or may not.',
  ],
  reader: { yields: 'many', names: 'same', sniff, read },
  writer: { write },
})
