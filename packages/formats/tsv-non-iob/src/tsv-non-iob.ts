import {
  type Carries,
  defineFormat,
  type Format,
  later,
  type OptionValues,
} from '@labelport/format'
import { type Layout, layoutFrom, optionSpecs } from './options.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read/read.ts')).read)
const writeDatasaurTsv = later(
  async () => (await import('./write/write-datasaur-tsv.ts')).writeDatasaurTsv,
)
const writePlain = later(async () => (await import('./write/write-plain.ts')).writePlain)

const carriedBy = {
  plain: {
    text: 'full',
    tokens: 'full',
    span: 'partial',
    'span.overlapping': 'partial',
    'schema.labels': 'partial',
  },
  'datasaur-tsv-3': {
    text: 'full',
    tokens: 'full',
    whitespace: 'full',
    span: 'full',
    'span.overlapping': 'full',
    'span.multi-cell': 'full',
    relation: 'full',
    'schema.labels': 'partial',
  },
} as const satisfies Record<Layout, Carries>

/** Arrows may go from any row to any other, so files with them are read as a whole. */
const yieldedBy = { plain: 'many', 'datasaur-tsv-3': 'one' } as const

const writers = { plain: writePlain, 'datasaur-tsv-3': writeDatasaurTsv } as const

/** TSV_NON_IOB exports: a token and its labels on each line, or numbered tokens with arrows. */
export const tsvNonIob: Format = configured({})

function configured(values: OptionValues): Format {
  const layout = layoutFrom(values)
  return defineFormat({
    id: 'tsv-non-iob',
    title: 'TSV_NON_IOB',
    extensions: ['.tsv'],
    tasks: ['token'],
    carries: carriedBy[layout],
    unverified: [
      'No real file was seen; that labels stand without B- and I- follows from the name and an import sample.',
      'How an unlabeled token is written: O, an empty field and no field are all read.',
      'Whether overlapping labels stand in further columns, as in TSV_IOB.',
      'That projects with arrows are exported with "#Text=" lines: known from programs that read such files.',
      'Whether offsets count on through the file, and where the columns of label sets and arrows stand.',
    ],
    options: optionSpecs,
    configure: configured,
    reader: { yields: yieldedBy[layout], names: 'appended', sniff, read },
    writer: { write: writers[layout] },
  })
}
