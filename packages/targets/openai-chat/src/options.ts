import {
  checkedOptions,
  FormatError,
  type OptionSpec,
  type OptionValues,
  safeName,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'
import { parseTemplate, type Template } from './template.ts'

const tasks = ['auto', 'extraction', 'classification', 'preference'] as const
const units = ['document', 'row'] as const
const answers = ['auto', 'quotes', 'offsets', 'names', 'json'] as const
const emptyRules = ['keep', 'drop'] as const

/** What a model is asked for. */
export type Asked = 'extraction' | 'classification'

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  readonly task: (typeof tasks)[number]
  readonly unit: (typeof units)[number]
  /** Id or text of a question; empty means the first that fits. */
  readonly question: string
  /** Names of the columns whose cells are the text; empty means all that hold no answers. */
  readonly columns: readonly string[]
  readonly answer: (typeof answers)[number]
  /** Absent means the sentence that belongs to the task. */
  readonly system?: Template
  readonly user: Template
  /** In code points, over all messages of an example. */
  readonly maxCharacters: number
  readonly empty: (typeof emptyRules)[number]
  /** A safe file name. */
  readonly split: string
  readonly unresolved: UnresolvedRule
}

export const optionSpecs = [
  {
    name: 'task',
    type: 'choice',
    choices: tasks,
    default: 'auto',
    help: 'What examples are made of: labels in text, answers to a question, or copies that differ.',
  },
  {
    name: 'unit',
    type: 'choice',
    choices: units,
    default: 'document',
    help: 'Whether an extraction example is a document or a row; answers decide it themselves.',
  },
  {
    name: 'question',
    type: 'text',
    default: '',
    help: 'Id or text of the question to classify by; the first choice when empty.',
  },
  {
    name: 'columns',
    type: 'list',
    default: [],
    help: 'The columns of a table whose cells are the text; all without answers when empty.',
  },
  {
    name: 'answer',
    type: 'choice',
    choices: answers,
    default: 'auto',
    help: 'Entities as JSON with quotes or with offsets too; classes as names or as JSON.',
  },
  {
    name: 'system',
    type: 'text',
    default: 'auto',
    help: 'The system message with {labels}, {question}, {text}, {document}; none when empty.',
  },
  {
    name: 'user',
    type: 'text',
    default: '{text}',
    help: 'The user message, with the same placeholders; {text} has to be in one of the two.',
  },
  {
    name: 'max-characters',
    type: 'number',
    default: 100_000,
    min: 1,
    help: 'Examples with more characters in all their messages are dropped, never cut.',
  },
  {
    name: 'empty',
    type: 'choice',
    choices: emptyRules,
    default: 'keep',
    help: 'Whether texts without any label become examples of finding nothing.',
  },
  {
    name: 'split',
    type: 'text',
    default: 'train',
    help: 'The name of the file, without its ending.',
  },
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('openai-chat', optionSpecs, values)
  const task = read.task
  const answer = read.answer
  const asked = askedBy(answer)
  if (
    asked !== undefined &&
    asked !== task &&
    (task === 'extraction' || task === 'classification')
  ) {
    const message = `Option "answer" is "${answer}", which belongs to ${asked}; option "task" says ${task}.`
    throw new FormatError({ severity: 'error', code: 'openai-chat/answer-of-other-task', message })
  }
  const system = read.system === 'auto' ? undefined : parseTemplate(read.system, 'system')
  const user = parseTemplate(read.user, 'user')
  if (!user.names.has('text') && system?.names.has('text') !== true) {
    const message =
      'Neither option "user" nor option "system" has {text}; an example needs the text it is about.'
    throw new FormatError({ severity: 'error', code: 'openai-chat/template-without-text', message })
  }
  const columns = read.columns
  return {
    task,
    unit: read.unit,
    question: read.question,
    columns: columns.filter((name) => name !== ''),
    answer,
    ...(system !== undefined && { system }),
    user,
    maxCharacters: read['max-characters'],
    empty: read.empty,
    split: safeName(read.split),
    unresolved: read.unresolved,
  }
}

/** The task whose answers have this form; undefined when that is left open. */
export function askedBy(answer: Options['answer']): Asked | undefined {
  if (answer === 'auto') return undefined
  return answer === 'quotes' || answer === 'offsets' ? 'extraction' : 'classification'
}
