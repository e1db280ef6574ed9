import type { OptionSpec, OptionValues } from '@labelport/format'

/** What a CSV can be told about itself. */
export interface CsvOptions {
  /** Names of answer columns; `name#2` is the second column called `name`. */
  readonly answers: readonly string[]
  /** Names of those answer columns whose cells hold several answers joined with `;`. */
  readonly split: readonly string[]
  /** Whether cells that a spreadsheet would run as formulas get a `'` in front when written. */
  readonly formulas: 'keep' | 'escape'
}

/** Reads every column as data and writes every cell as it is. */
export const defaults: CsvOptions = { answers: [], split: [], formulas: 'keep' }

/** The options as data. */
export const specs = [
  {
    name: 'answers',
    type: 'list',
    default: defaults.answers,
    help: 'Columns that hold answers, by name; name#2 is the second of that name.',
  },
  {
    name: 'split',
    type: 'list',
    default: defaults.split,
    help: 'Answer columns whose cells hold several answers joined with ";".',
  },
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
  const list = (value: OptionValues[string] | undefined): readonly string[] =>
    Array.isArray(value) ? value.map(String) : []
  return {
    answers: list(values.answers),
    split: list(values.split),
    formulas: values.formulas === 'escape' ? 'escape' : 'keep',
  }
}
