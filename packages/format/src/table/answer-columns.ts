import type { OptionSpec, OptionValue, OptionValues } from '../option.ts'

/** What a person may say about the columns of a table. */
export interface AnswerColumns {
  /** Names of answer columns; `name#2` is the second column called `name`. */
  readonly answers: readonly string[]
  /** Names of those answer columns whose cells hold several answers joined with `;`. */
  readonly split: readonly string[]
}

/** Reads every column as data. */
export const noAnswerColumns: AnswerColumns = Object.freeze({ answers: [], split: [] })

/** The options every format of tables has, as data. */
export const answerColumnSpecs = [
  {
    name: 'answers',
    type: 'list',
    default: noAnswerColumns.answers,
    help: 'Columns that hold answers, by name; name#2 is the second of that name.',
  },
  {
    name: 'split',
    type: 'list',
    default: noAnswerColumns.split,
    help: 'Answer columns whose cells hold several answers joined with ";".',
  },
] as const satisfies readonly OptionSpec[]

/** Takes `answers` and `split`; what is missing or no list names no column. */
export function answerColumnsOf({ answers, split }: OptionValues): AnswerColumns {
  return { answers: names(answers), split: names(split) }
}

function names(value: OptionValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
