import {
  checkedOptions,
  type OptionSpec,
  type OptionValues,
  type Scheme,
  safeName,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

const schemes = ['iob2', 'bioes', 'biluo'] as const satisfies readonly Scheme[]
const columnChoices = ['2', '4'] as const
const separators = ['space', 'tab'] as const
const docstarts = ['none', 'conll2003'] as const
const overlapRules = ['longest', 'first', 'shortest'] as const
const fileChoices = ['one', 'document'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  readonly scheme: Scheme
  readonly columns: (typeof columnChoices)[number]
  readonly separator: (typeof separators)[number]
  readonly docstart: (typeof docstarts)[number]
  readonly overlap: (typeof overlapRules)[number]
  readonly files: (typeof fileChoices)[number]
  /** A safe file name. */
  readonly split: string
  readonly unresolved: UnresolvedRule
}

export const optionSpecs = [
  {
    name: 'scheme',
    type: 'choice',
    choices: schemes,
    default: 'iob2',
    help: 'The tags: B I O, or B I O with E and S, or with L and U for ends and single tokens.',
  },
  {
    name: 'columns',
    type: 'choice',
    choices: columnChoices,
    default: '2',
    help: 'Token and tag, or the four columns of CoNLL-2003 with -X- in the middle ones.',
  },
  {
    name: 'separator',
    type: 'choice',
    choices: separators,
    default: 'space',
    help: 'What lies between columns.',
  },
  {
    name: 'docstart',
    type: 'choice',
    choices: docstarts,
    default: 'none',
    help: 'Whether each document begins with the line "-DOCSTART- -X- O O".',
  },
  {
    name: 'overlap',
    type: 'choice',
    choices: overlapRules,
    default: 'longest',
    help: 'Which of two overlapping labels stays; the other is dropped and counted.',
  },
  {
    name: 'files',
    type: 'choice',
    choices: fileChoices,
    default: 'one',
    help: 'One file for all documents, or one for each.',
  },
  {
    name: 'split',
    type: 'text',
    default: 'train',
    help: 'The name of the file for all documents, without its ending.',
  },
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('conll', optionSpecs, values)
  return {
    scheme: read.scheme,
    columns: read.columns,
    separator: read.separator,
    docstart: read.docstart,
    overlap: read.overlap,
    files: read.files,
    split: safeName(read.split),
    unresolved: read.unresolved,
  }
}
