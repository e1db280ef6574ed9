import {
  type AskedUnit,
  askedUnit,
  defineFormat,
  type Format,
  later,
  unitSpec,
} from '@labelport/format'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)
const write = later(async () => (await import('./write.ts')).write)

function configured(unit: AskedUnit): Format {
  return defineFormat({
    id: 'custom',
    title: 'File Transformer sample',
    extensions: ['.json', '.jsonl'],
    tasks: ['token'],
    carries: {
      text: 'full',
      span: 'full',
      'span.overlapping': 'full',
      'schema.labels': 'partial',
    },
    unverified: [
      'No file of a File Transformer was seen; the layout is that of the documented sample script.',
      'Whether the text in the file is the one the sample counts offsets in: tokens joined by single blanks.',
      'The ending of exported files.',
    ],
    options: [unitSpec],
    configure: (values) => configured(askedUnit(values.unit)),
    reader: {
      yields: 'one',
      names: 'appended',
      sniff,
      read: (source, context) => read(source, context, unit),
    },
    writer: { write },
  })
}

/** What the documented sample of a File Transformer writes: entities for Google AutoML, a row a line. */
export const custom: Format = configured('auto')
