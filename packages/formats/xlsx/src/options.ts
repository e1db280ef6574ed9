import {
  type AnswerColumns,
  answerColumnSpecs,
  answerColumnsOf,
  noAnswerColumns,
  type OptionSpec,
  type OptionValues,
} from '@labelport/format'

/** What a workbook can be told about itself. */
export interface XlsxOptions extends AnswerColumns {
  /** What is done with a text that is longer than a cell can hold. */
  readonly long: 'reject' | 'cut'
}

/** Every column is data; a text that is too long is not written. */
export const defaults: XlsxOptions = { ...noAnswerColumns, long: 'reject' }

/** The options as data. */
export const specs = [
  ...answerColumnSpecs,
  {
    name: 'long',
    type: 'choice',
    choices: ['reject', 'cut'],
    default: defaults.long,
    help: 'Whether a text beyond the 32,767 characters of a cell is left out or cut.',
  },
] as const satisfies readonly OptionSpec[]

/** Takes the values it knows; others keep their default. */
export function optionsOf(values: OptionValues): XlsxOptions {
  return { ...answerColumnsOf(values), long: values.long === 'cut' ? 'cut' : 'reject' }
}
