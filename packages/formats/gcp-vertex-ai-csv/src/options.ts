import {
  type AskedUnit,
  askedUnit,
  type OptionSpec,
  type OptionValue,
  type OptionValues,
  unitSpec,
} from '@labelport/format'

/** What the format can be told. */
export interface VertexOptions {
  /** `auto`: documents of rows with answers become classes, all others entities. */
  readonly task: 'auto' | 'entities' | 'classes'
  /** What offsets of a file that is read count. */
  readonly unit: AskedUnit
  /** What written examples are for; `none` keeps what was read and says nothing of others. */
  readonly use: 'none' | Use
  /** Id or text of the question whose answers are classes; empty means the first that fits. */
  readonly question: string
  /** Name of the column with the text of a row; empty means the first. */
  readonly column: string
}

/** What an example is for. */
export type Use = (typeof uses)[number]

/** What an example may be for. */
export const uses = ['training', 'validation', 'test'] as const

/** Google's own rules. */
export const defaults: VertexOptions = {
  task: 'auto',
  unit: 'auto',
  use: 'none',
  question: '',
  column: '',
}

/** The options as data. */
export const specs = [
  {
    name: 'task',
    type: 'choice',
    choices: ['auto', 'entities', 'classes'],
    default: defaults.task,
    help: 'What is written: entities, classes, or by the answers of each document.',
  },
  unitSpec,
  {
    name: 'use',
    type: 'choice',
    choices: ['none', ...uses],
    default: defaults.use,
    help: 'What written examples are for; none keeps what was read.',
  },
  {
    name: 'question',
    type: 'text',
    default: defaults.question,
    help: 'Id or text of the question whose answers are the classes.',
  },
  {
    name: 'column',
    type: 'text',
    default: defaults.column,
    help: 'The column that holds the text of a row.',
  },
] as const satisfies readonly OptionSpec[]

/** Takes the values it knows; others keep their default. */
export function optionsOf(values: OptionValues): VertexOptions {
  const { task, use } = values
  return {
    task: task === 'entities' || task === 'classes' ? task : defaults.task,
    unit: askedUnit(values.unit),
    use: uses.find((one) => one === use) ?? defaults.use,
    question: textOf(values.question),
    column: textOf(values.column),
  }
}

function textOf(value: OptionValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
