import {
  checkedOptions,
  type OptionSpec,
  type OptionValues,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** Whether comments, and answers that fit no attribute, become notes. */
  readonly notes: boolean
  readonly unresolved: UnresolvedRule
}

export const optionSpecs = [
  {
    name: 'notes',
    type: 'flag',
    default: true,
    help: 'Whether comments on labels, and answers that fit no attribute, become notes.',
  },
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('brat', optionSpecs, values)
  return {
    notes: read.notes,
    unresolved: read.unresolved,
  }
}
