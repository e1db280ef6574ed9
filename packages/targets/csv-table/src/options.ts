import {
  checkedOptions,
  type OptionSpec,
  type OptionValues,
  type PersonName,
  peopleSpecs,
  personNames,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

const formulaRules = ['escape', 'keep'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** Whether texts that a spreadsheet would run get a `'` in front. */
  readonly formulas: (typeof formulaRules)[number]
  readonly unresolved: UnresolvedRule
  readonly personName: PersonName
}

export const optionSpecs = [
  {
    name: 'formulas',
    type: 'choice',
    choices: formulaRules,
    default: 'escape',
    help: "Whether a text that begins like a formula gets a ' in front; load.py takes it off again.",
  },
  ...peopleSpecs,
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('csv-table', optionSpecs, values)
  return {
    formulas: read.formulas,
    unresolved: read.unresolved,
    personName: personNames(read),
  }
}
