import { statementTypes } from '@labelport/model'
import { cardHead } from './card-head.ts'
import type { Facts } from './facts.ts'
import type { Options } from './options.ts'
import { taskText } from './task-texts.ts'

/** What the card tells besides the facts. */
export interface CardSettings {
  readonly options: Options
  /** Whether the numbers of the classes were given. */
  readonly locked: boolean
  /** How the documents were chosen and prepared, in sentences. */
  readonly notes: readonly string[]
}

/** The README of a data set: a head that loading obeys and a body for people. Everything in it was measured. */
export function cardOf(facts: Facts, settings: CardSettings): string {
  return `${[...cardHead(facts, settings.options), ...body(facts, settings)].join('\n')}\n`
}

function body(facts: Facts, { options, locked, notes }: CardSettings): string[] {
  const { splits, copies } = facts
  const { title, notes: taskNotes } = taskText(facts.task, options)
  const origin = Object.entries(copies).map(([copy, count]) => `${count} ${copy}`)
  return [
    '',
    `# ${title}`,
    '',
    '```python',
    'from datasets import load_dataset',
    '',
    `rows = load_dataset('path/to/this/folder', split='${splits[0]?.name ?? options.split}')`,
    '```',
    '',
    '`python load.py` does the same and checks what it loads.',
    '',
    '## What it holds',
    '',
    table(
      ['', ''],
      [
        ['documents', String(facts.documents)],
        ['rows', String(splits.reduce((sum, { rows }) => sum + rows, 0))],
        ...(splits.length > 1
          ? splits.map(({ name, rows }) => [`rows of ${name}`, String(rows)])
          : []),
        ['files', String(splits.reduce((sum, { files }) => sum + files.length, 0))],
        ['copies of the documents', origin.length === 0 ? 'none' : origin.join(', ')],
      ],
    ),
    '',
    facts.choice,
    ...taskNotes,
    '',
    ...chosen(notes),
    '## Classes',
    '',
    ...classTable(facts),
    '',
    locked ? numbering.locked : numbering.met,
    '',
    '## What became of the labels',
    '',
    ...fateTable(facts),
    '',
    '## License',
    '',
    'Not stated. Whoever publishes the data names one under `license:` in the head of this file.',
  ]
}

const numbering = {
  met: 'Classes are numbered in the order of the project’s schema; those the schema does not list follow in the order they were first met.',
  locked:
    'Classes have the numbers a label lock gives them, the same in every data set made with it; a class that is no longer used keeps its number.',
} as const

/** How the documents were chosen; nothing when the writer was not told. */
function chosen(notes: readonly string[]): string[] {
  if (notes.length === 0) return []
  const lines = notes.map((note) => `- ${plainText(note)}`)
  return ['## How the documents were chosen', '', ...lines, '']
}

function classTable({ classes }: Facts): string[] {
  if (classes.length === 0) return ['No classes.']
  const lines = classes.map(({ name, count }) => [name, String(count)])
  return [table(['class', 'written'], lines)]
}

function fateTable({ kept, fates }: Facts): string[] {
  const whole = statementTypes.map((type) => [type, 'kept', String(kept[type] ?? 0), ''])
  const lines = fates.map(({ type, effect, code, count, reason }) => {
    return [type, effect, String(count), `\`${code}\`: ${reason}`]
  })
  const rows = [...whole.filter(([, , count]) => count !== '0'), ...lines]
  if (rows.length === 0) return ['There was nothing to write.']
  return [table(['statement', 'fate', 'count', 'why'], rows)]
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A text that cannot break out of its table cell. */
function cellText(value: string): string {
  return plainText(value).replaceAll('|', '\\|')
}

/** A text on one line. */
function plainText(value: string): string {
  return value.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
