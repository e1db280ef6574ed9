import { statementTypes } from '@labelport/model'
import type { Options } from './options.ts'
import type { Projection } from './projection.ts'
import type { WrittenSplit } from './split-sinks.ts'
import type { Tally } from './tally.ts'
import { yamlFeatures, yamlText } from './yaml.ts'

/** Everything the card tells, measured while writing. */
export interface Measured {
  readonly options: Options
  readonly projection: Projection
  readonly tally: Tally
  readonly documents: number
  /** How many documents came from each kind of copy. */
  readonly copies: ReadonlyMap<string, number>
  /** The splits that have files; at least one. */
  readonly splits: readonly WrittenSplit[]
  /** Whether the numbers of the classes were given. */
  readonly locked: boolean
  /** How the documents were chosen and prepared, in sentences. */
  readonly notes: readonly string[]
}

/** The README of a data set: a head that loading obeys and a body for people. It comes last because only then all classes are known. */
export function cardOf(measured: Measured): string {
  return `${[...head(measured), ...body(measured)].join('\n')}\n`
}

function head({ options, projection, splits }: Measured): string[] {
  const bytes = splits.reduce((sum, split) => sum + bytesOf(split), 0)
  const ending = options.files === 'jsonl' ? 'jsonl' : 'parquet'
  return [
    '---',
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...splits.flatMap(({ name }) => [
      `  - split: ${yamlText(name)}`,
      `    path: ${yamlText(`data/${name}-*.${ending}`)}`,
    ]),
    'dataset_info:',
    '  config_name: default',
    '  features:',
    ...yamlFeatures(projection.fields(), '  '),
    '  splits:',
    ...splits.flatMap((split) => [
      `  - name: ${yamlText(split.name)}`,
      `    num_bytes: ${bytesOf(split)}`,
      `    num_examples: ${split.rows}`,
    ]),
    `  download_size: ${bytes}`,
    `  dataset_size: ${bytes}`,
    '---',
  ]
}

function bytesOf({ files }: WrittenSplit): number {
  return files.reduce((sum, file) => sum + file.bytes, 0)
}

function body(measured: Measured): string[] {
  const { options, projection, documents, splits, copies } = measured
  const origin = [...copies].map(([copy, count]) => `${count} ${copy}`).join(', ')
  return [
    '',
    `# ${taskTitles[projection.task]}`,
    '',
    '```python',
    'from datasets import load_dataset',
    '',
    `rows = load_dataset('path/to/this/folder', split='${splits[0]?.name ?? options.split}')`,
    '```',
    '',
    '## What it holds',
    '',
    table(
      ['', ''],
      [
        ['documents', String(documents)],
        ['rows', String(splits.reduce((sum, { rows }) => sum + rows, 0))],
        ...(splits.length > 1
          ? splits.map(({ name, rows }) => [`rows of ${name}`, String(rows)])
          : []),
        ['files', String(splits.reduce((sum, { files }) => sum + files.length, 0))],
        ['copies of the documents', origin === '' ? 'none' : origin],
      ],
    ),
    '',
    ...projection.notes,
    '',
    ...choice(measured),
    '## Classes',
    '',
    ...classTables(measured),
    '',
    measured.locked ? numbering.locked : numbering.met,
    '',
    '## What became of the labels',
    '',
    ...fates(measured.tally),
  ]
}

const numbering = {
  met: 'Classes are numbered in the order of the project’s schema; those the schema does not list follow in the order they were first met.',
  locked:
    'Classes have the numbers a label lock gives them, the same in every data set made with it; a class that is no longer used keeps its number.',
} as const

/** How the documents were chosen; nothing when the writer was not told. */
function choice({ notes }: Measured): string[] {
  if (notes.length === 0) return []
  const lines = notes.map((note) => `- ${plainText(note)}`)
  return ['## How the documents were chosen', '', ...lines, '']
}

const taskTitles = {
  tokens: 'Tokens and tags',
  spans: 'Texts and spans',
  rows: 'Table rows and answers',
  documents: 'Documents and answers',
  boxes: 'Pages and boxes',
} as const

function classTables({ projection }: Measured): string[] {
  const counts = projection.counts()
  if (counts.size === 0) return ['No classes.']
  return [
    table(
      ['class', 'written'],
      [...counts].map(([name, count]) => [name, String(count)]),
    ),
  ]
}

function fates(tally: Tally): string[] {
  const kept = statementTypes.map((type) => [type, 'kept', String(tally.kept(type)), ''])
  const lines = tally.lines().map(({ type, effect, code, count, reason }) => {
    return [type, effect, String(count), `\`${code}\`: ${reason}`]
  })
  const rows = [...kept.filter(([, , count]) => count !== '0'), ...lines]
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
