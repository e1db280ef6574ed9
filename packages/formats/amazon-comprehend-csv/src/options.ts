import {
  type AskedUnit,
  askedUnit,
  type OptionSpec,
  type OptionValue,
  type OptionValues,
  unitSpec,
} from '@labelport/format'

/** What the format can be told. */
export interface ComprehendOptions {
  /** `auto`: documents of rows with answers become classes, all others entities. */
  readonly task: 'auto' | 'entities' | 'classes'
  /** The text file, or with a `/` at its end the folder of text files, relative to the CSV. */
  readonly text: string
  /** What offsets of a file that is read count. */
  readonly unit: AskedUnit
  /** One character between the classes of a row. */
  readonly delimiter: string
  /** Id or text of the question whose answers are classes; empty means the first that fits. */
  readonly question: string
  /** Name of the column with the text of a row; empty means the first. */
  readonly column: string
}

/** Amazon's own rules. */
export const defaults: ComprehendOptions = {
  task: 'auto',
  text: '',
  unit: 'auto',
  delimiter: '|',
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
  {
    name: 'text',
    type: 'text',
    default: defaults.text,
    help: 'The text file of the annotations, or its folder with a / at the end, relative to the CSV.',
  },
  unitSpec,
  {
    name: 'delimiter',
    type: 'text',
    default: defaults.delimiter,
    help: 'The character between several classes of a row.',
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
export function optionsOf(values: OptionValues): ComprehendOptions {
  const { task } = values
  return {
    task: task === 'entities' || task === 'classes' ? task : defaults.task,
    unit: askedUnit(values.unit),
    text: textOf(values.text, defaults.text),
    delimiter: textOf(values.delimiter, '') || defaults.delimiter,
    question: textOf(values.question, defaults.question),
    column: textOf(values.column, defaults.column),
  }
}

function textOf(value: OptionValue | undefined, absent: string): string {
  return typeof value === 'string' ? value : absent
}
