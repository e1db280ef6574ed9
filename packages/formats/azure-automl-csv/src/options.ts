import type { OptionSpec, OptionValue, OptionValues } from '@labelport/format'

/** What the format can be told. */
export interface AutomlOptions {
  /** `auto`: documents of rows with answers become classes, all others tokens. */
  readonly task: 'auto' | 'tokens' | 'classes'
  /** Name of the column with labels in a file that is read; empty means the one that looks like it. */
  readonly labels: string
  /** Name of the column with the text of a row; empty means the first. */
  readonly column: string
  /** Id or text of the question whose answers are classes; empty means the first that fits. */
  readonly question: string
}

/** Azure's own rules. */
export const defaults: AutomlOptions = { task: 'auto', labels: '', column: '', question: '' }

/** The options as data. */
export const specs = [
  {
    name: 'task',
    type: 'choice',
    choices: ['auto', 'tokens', 'classes'],
    default: defaults.task,
    help: 'What is written: tokens, classes, or by the answers of each document.',
  },
  {
    name: 'labels',
    type: 'text',
    default: defaults.labels,
    help: 'The column that holds the labels in a file that is read.',
  },
  {
    name: 'column',
    type: 'text',
    default: defaults.column,
    help: 'The column that holds the text of a row.',
  },
  {
    name: 'question',
    type: 'text',
    default: defaults.question,
    help: 'Id or text of the question whose answers are the classes.',
  },
] as const satisfies readonly OptionSpec[]

/** Takes the values it knows; others keep their default. */
export function optionsOf(values: OptionValues): AutomlOptions {
  const { task, labels, column, question } = values
  return {
    task: task === 'tokens' || task === 'classes' ? task : defaults.task,
    labels: textOf(labels),
    column: textOf(column),
    question: textOf(question),
  }
}

function textOf(value: OptionValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
