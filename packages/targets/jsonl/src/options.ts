import {
  checkedOptions,
  type OptionSpec,
  type OptionValues,
  type PersonName,
  peopleSpecs,
  personNames,
  safeName,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe file name. */
  readonly split: string
  readonly comments: boolean
  readonly unresolved: UnresolvedRule
  readonly personName: PersonName
}

export const optionSpecs = [
  {
    name: 'split',
    type: 'text',
    default: 'train',
    help: 'The name of the file, without its ending.',
  },
  {
    name: 'comments',
    type: 'flag',
    default: false,
    help: 'Whether comments are written.',
  },
  ...peopleSpecs,
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('jsonl', optionSpecs, values)
  return {
    split: safeName(read.split),
    comments: read.comments,
    unresolved: read.unresolved,
    personName: personNames(read),
  }
}
