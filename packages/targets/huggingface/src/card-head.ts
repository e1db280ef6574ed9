import type { Facts } from './facts.ts'
import { filePattern } from './file-names.ts'
import type { Options, TrainingTask } from './options.ts'
import type { PlainType } from './plain-type.ts'
import type { WrittenSplit } from './split-sinks.ts'
import { yamlFeatures, yamlText } from './yaml.ts'

/** The head of a card, which loading obeys: files, types and classes. */
export function cardHead(facts: Facts, { files }: Pick<Options, 'files'>): readonly string[] {
  const { task, fields, splits } = facts
  const bytes = splits.reduce((sum, split) => sum + bytesOf(split), 0)
  const rows = splits.reduce((sum, split) => sum + split.rows, 0)
  const ending = files === 'jsonl' ? '.jsonl' : '.parquet'
  const categories = categoriesOf(facts)
  return [
    '---',
    ...(categories.length === 0
      ? []
      : ['task_categories:', ...categories.map((category) => `- ${category}`)]),
    'size_categories:',
    `- ${sizeCategory(rows)}`,
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...splits.flatMap(({ name }) => [
      `  - split: ${yamlText(name)}`,
      `    path: ${yamlText(filePattern(task, name, ending))}`,
    ]),
    // The builder of image folders takes types from here alone.
    ...(task === 'image-folder' ? ['  features:', ...yamlFeatures(fields, '  ')] : []),
    'dataset_info:',
    '  config_name: default',
    '  features:',
    ...yamlFeatures(fields, '  '),
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

/** What people search for. Nothing is said of data that could be made for anything. */
const categories = {
  tokens: ['token-classification'],
  spans: ['token-classification'],
  relations: ['token-classification'],
  rows: [],
  documents: [],
  conversations: [],
  'audio-segments': [],
  boxes: ['object-detection'],
  'image-folder': ['object-detection'],
} as const satisfies Record<TrainingTask, readonly string[]>

function categoriesOf({ task, fields }: Facts): readonly string[] {
  const answered = fields.some(({ type }) => hasClasses(type))
  return answered && (task === 'rows' || task === 'documents')
    ? ['text-classification']
    : categories[task]
}

function hasClasses(type: PlainType): boolean {
  return type.type === 'list' ? hasClasses(type.of) : type.type === 'class-label'
}

const sizes = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
  [1e8, '10M<n<100M'],
] as const

function sizeCategory(rows: number): string {
  return sizes.find(([below]) => rows < below)?.[1] ?? '100M<n<1B'
}

function bytesOf({ files }: WrittenSplit): number {
  return files.reduce((sum, file) => sum + file.bytes, 0)
}
