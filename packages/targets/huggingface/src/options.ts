import {
  checkedOptions,
  FormatError,
  type OptionSpec,
  type OptionValues,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

const tasks = [
  'tokens',
  'spans',
  'relations',
  'rows',
  'documents',
  'conversations',
  'audio-segments',
  'boxes',
  'image-folder',
] as const
const taskChoices = ['auto', ...tasks] as const
const fileChoices = ['parquet', 'jsonl', 'both'] as const
const overlapRules = ['longest', 'first'] as const

/** What one row of the data set is about. */
export type TrainingTask = (typeof tasks)[number]

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  readonly task: (typeof taskChoices)[number]
  readonly files: (typeof fileChoices)[number]
  readonly overlap: (typeof overlapRules)[number]
  readonly unresolved: UnresolvedRule
  /** A name the data sets library accepts. */
  readonly split: string
  readonly shardRows: number
  readonly shardBytes: number
  readonly rowGroupRows: number
}

export const optionSpecs = [
  {
    name: 'task',
    type: 'choice',
    choices: taskChoices,
    default: 'auto',
    help: 'What one row is: auto looks at the first document.',
  },
  {
    name: 'files',
    type: 'choice',
    choices: fileChoices,
    default: 'parquet',
    help: 'Parquet, JSON Lines or both; with both, loading takes the Parquet files.',
  },
  {
    name: 'overlap',
    type: 'choice',
    choices: overlapRules,
    default: 'longest',
    help: 'Task tokens: which of two overlapping labels stays; the other is dropped and counted.',
  },
  unresolvedSpec,
  {
    name: 'split',
    type: 'text',
    default: 'train',
    help: 'The name of the split: letters, digits and underscores, with single dots between.',
  },
  {
    name: 'shardRows',
    type: 'number',
    default: 500_000,
    min: 1,
    help: 'The most rows one file holds.',
  },
  {
    name: 'shardBytes',
    type: 'number',
    default: 500_000_000,
    min: 1,
    help: 'A file that has reached this size ends with the rows held in memory.',
  },
  {
    name: 'rowGroupRows',
    type: 'number',
    default: 10_000,
    min: 1,
    help: 'The most rows held in memory before they are written.',
  },
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('huggingface', optionSpecs, values)
  return {
    task: read.task,
    files: read.files,
    overlap: read.overlap,
    unresolved: read.unresolved,
    split: splitName(read.split),
    shardRows: Math.floor(read.shardRows),
    shardBytes: Math.floor(read.shardBytes),
    rowGroupRows: Math.floor(read.rowGroupRows),
  }
}

/**
 * Checks a name by the library's own rule; a split it refuses would make the whole folder unloadable. Throws
 * FormatError.
 */
export function splitName(split: string): string {
  if (/^\w+(\.\w+)*$/.test(split)) return split
  const message = `Option "split" of huggingface is ${JSON.stringify(split)}; expected letters, digits and underscores.`
  throw new FormatError({ severity: 'error', code: 'engine/bad-option', message })
}
