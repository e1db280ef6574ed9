import {
  type AnswerColumns,
  answerColumnSpecs,
  answerColumnsOf,
  noAnswerColumns,
  type OptionSpec,
  type OptionValues,
} from '@labelport/format'

/** What a CSV can be told about itself. */
export interface CsvOptions extends AnswerColumns {
  /** Whether cells that a spreadsheet would run as formulas get a `'` in front when written. */
  readonly formulas: 'keep' | 'escape'
}

/** Reads every column as data and writes every cell as it is. */
export const defaults: CsvOptions = { ...noAnswerColumns, formulas: 'keep' }

/** The options as data. */
export const specs = [
  ...answerColumnSpecs,
  {
    name: 'formulas',
    type: 'choice',
    choices: ['keep', 'escape'],
    default: defaults.formulas,
    help: "Whether a written cell that begins like a formula gets a ' in front.",
  },
] as const satisfies readonly OptionSpec[]

/** Takes the values it knows; others keep their default. */
export function optionsOf(values: OptionValues): CsvOptions {
  return {
    ...answerColumnsOf(values),
    formulas: values.formulas === 'escape' ? 'escape' : 'keep',
  }
}
