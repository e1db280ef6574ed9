import {
  type AnswerColumns,
  answerColumnSpecs,
  answerColumnsOf,
  noAnswerColumns,
  type OptionSpec,
  type OptionValues,
} from '@labelport/format'

/** What is done with a field that holds a tab or a line break. */
export const breakRules = ['quote', 'escape', 'blank', 'reject'] as const

/** Whether quotes around a field belong to its text. */
export const quoteRules = ['auto', 'text', 'csv'] as const

/** What a TSV can be told about itself. */
export interface TsvOptions extends AnswerColumns {
  readonly breaks: (typeof breakRules)[number]
  readonly quotes: (typeof quoteRules)[number]
  /** Whether cells that a spreadsheet would run as formulas get a `'` in front when written. */
  readonly formulas: 'keep' | 'escape'
}

/** Every column is data; a file shows whether it is quoted; what would break a line is quoted. */
export const defaults: TsvOptions = {
  ...noAnswerColumns,
  breaks: 'quote',
  quotes: 'auto',
  formulas: 'keep',
}

/** The options as data. */
export const specs = [
  ...answerColumnSpecs,
  {
    name: 'breaks',
    type: 'choice',
    choices: breakRules,
    default: defaults.breaks,
    help: 'What is written for a field with a tab or line break: quoted, as \\t and \\n, with blanks, or nothing.',
  },
  {
    name: 'quotes',
    type: 'choice',
    choices: quoteRules,
    default: defaults.quotes,
    help: 'Whether quotes in a file belong to the text, enclose fields as in CSV, or whichever fits.',
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
export function optionsOf(values: OptionValues): TsvOptions {
  return {
    ...answerColumnsOf(values),
    breaks: breakRules.find((rule) => rule === values.breaks) ?? defaults.breaks,
    quotes: quoteRules.find((rule) => rule === values.quotes) ?? defaults.quotes,
    formulas: values.formulas === 'escape' ? 'escape' : 'keep',
  }
}
