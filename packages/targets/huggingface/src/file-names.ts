import { type Shard, shardSuffix } from '@labelport/format'
import type { TrainingTask } from './options.ts'

/** How numbered files are named. */
export interface FileNames {
  /** While it is not known how many there will be; `index` from 0. */
  draft(index: number): string
  final(index: number, count: number): string
}

/** Which files are named. */
export interface NamedFiles {
  readonly task: TrainingTask
  readonly split: string
  readonly ending: string
  /** Set when the files are those of one shard of several. */
  readonly shard?: Shard | undefined
}

/**
 * Names the files of a split. A shard that needs more than one file numbers the others behind its own number. The
 * builder of image folders wants a file of a fixed name beside the images, so its files are told apart by their folders.
 */
export function fileNames({ task, split, ending, shard }: NamedFiles): FileNames {
  if (task === 'image-folder') {
    const folder = shard === undefined ? '' : `${shardSuffix(shard).slice(1)}-`
    const name = (index: number): string => `${split}/${folder}${digits(index)}/metadata${ending}`
    return { draft: name, final: name }
  }
  if (shard !== undefined) {
    const stem = `data/${split}${shardSuffix(shard)}`
    const name = (index: number): string =>
      `${stem}${index === 0 ? '' : `-${digits(index)}`}${ending}`
    return { draft: name, final: name }
  }
  return {
    draft: (index) => `data/${split}-${digits(index)}${ending}`,
    final: (index, count) => `data/${split}-${digits(index)}-of-${digits(count)}${ending}`,
  }
}

/** The split whose first file of lines has this name while the number of files is not known, and its names. */
export function draftedFile(
  path: string,
): { readonly split: string; readonly names: FileNames } | undefined {
  const [, split] = /^data\/(.*)-00000\.jsonl$/.exec(path) ?? []
  const [, folder] = /^(.*)\/00000\/metadata\.jsonl$/.exec(path) ?? []
  const ending = '.jsonl'
  if (split !== undefined) return { split, names: fileNames({ task: 'rows', split, ending }) }
  if (folder === undefined) return undefined
  return { split: folder, names: fileNames({ task: 'image-folder', split: folder, ending }) }
}

/** The pattern that finds the files of a split, for the head of the card. */
export function filePattern(task: TrainingTask, split: string, ending: string): string {
  return task === 'image-folder' ? `${split}/**` : `data/${split}-*${ending}`
}

function digits(value: number): string {
  return String(value).padStart(5, '0')
}
