import {
  checkedOptions,
  type OptionSpec,
  type OptionValues,
  safeName,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

const units = ['auto', 'row', 'document'] as const
const labelPlaces = ['both', 'ents', 'spans'] as const
const overlapRules = ['longest', 'first', 'shortest'] as const

/** What one doc holds. */
export type Unit = Exclude<(typeof units)[number], 'auto'>

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  readonly unit: (typeof units)[number]
  readonly labels: (typeof labelPlaces)[number]
  /** The key of the group in `doc.spans`. */
  readonly key: string
  readonly overlap: (typeof overlapRules)[number]
  /** Id or text of the one question whose answers become categories; empty means all. */
  readonly question: string
  /** Names of the columns whose text is used; empty means all. */
  readonly columns: readonly string[]
  /** A safe file name. */
  readonly split: string
  readonly shardDocs: number
  readonly unresolved: UnresolvedRule
}

export const optionSpecs = [
  {
    name: 'unit',
    type: 'choice',
    choices: units,
    default: 'auto',
    help: 'What a doc is: a row, a document, or what the questions of the first document are about.',
  },
  {
    name: 'labels',
    type: 'choice',
    choices: labelPlaces,
    default: 'both',
    help: 'Labels in doc.ents, which cannot overlap, in doc.spans, which can, or in both.',
  },
  {
    name: 'key',
    type: 'text',
    default: 'sc',
    help: 'The key of doc.spans under which labels stand.',
  },
  {
    name: 'overlap',
    type: 'choice',
    choices: overlapRules,
    default: 'longest',
    help: 'Which of two overlapping labels is in doc.ents.',
  },
  {
    name: 'question',
    type: 'text',
    default: '',
    help: 'The one question whose choices become categories; empty takes all.',
  },
  {
    name: 'columns',
    type: 'list',
    default: [],
    help: 'Names of the table columns whose text is used; none takes all.',
  },
  {
    name: 'split',
    type: 'text',
    default: 'train',
    help: 'The name of the file, without its ending.',
  },
  {
    name: 'shardDocs',
    type: 'number',
    default: 100_000,
    min: 1,
    help: 'The most docs one file holds; they are held in memory until it is written.',
  },
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('spacy', optionSpecs, values)
  return {
    unit: read.unit,
    labels: read.labels,
    key: read.key,
    overlap: read.overlap,
    question: read.question,
    columns: read.columns,
    split: safeName(read.split),
    shardDocs: Math.floor(read.shardDocs),
    unresolved: read.unresolved,
  }
}
