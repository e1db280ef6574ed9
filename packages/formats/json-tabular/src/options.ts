import {
  type AnswerColumns,
  answerColumnSpecs,
  answerColumnsOf,
  noAnswerColumns,
  type OptionSpec,
  type OptionValues,
} from '@labelport/format'

/** What a JSON_TABULAR file can be told about itself. */
export interface JsonTabularOptions extends AnswerColumns {
  /** How several answers to one question are written. */
  readonly several: 'joined' | 'list'
}

/** Every column is data; several answers become one text. */
export const defaults: JsonTabularOptions = { ...noAnswerColumns, several: 'joined' }

/** The options as data. */
export const specs = [
  ...answerColumnSpecs,
  {
    name: 'several',
    type: 'choice',
    choices: ['joined', 'list'],
    default: defaults.several,
    help: 'Whether several answers are written as one text joined with ";" or as a list.',
  },
] as const satisfies readonly OptionSpec[]

/** Takes the values it knows; others keep their default. */
export function optionsOf(values: OptionValues): JsonTabularOptions {
  return { ...answerColumnsOf(values), several: values.several === 'list' ? 'list' : 'joined' }
}
