import { FormatError, type Part, type Report, type ShardContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { fileNames, type NamedFiles } from './file-names.ts'
import { openJsonLines, openLooseLines } from './jsonl-sink.ts'
import { type Options, splitName, type TrainingTask } from './options.ts'
import { openParquet } from './parquet-sink.ts'
import type { DataFile, Sink, SinkOptions } from './sink.ts'
import type { Field, Row } from './value-type.ts'

/** A part of the data set as it was written. */
export interface WrittenSplit {
  readonly name: string
  readonly rows: number
  /** The files that loading takes. */
  readonly files: readonly DataFile[]
}

/** Puts rows into the files of the split their document belongs to. */
export interface SplitSinks {
  add(document: LabeledDocument, row: Row, fields: readonly Field[]): void
  /** The pieces that became ready since the last call. */
  take(): readonly Part[]
  /** Ends all files. A split without rows has none; at least one file is made, by the first of several shards. */
  close(fields: readonly Field[]): void
  /** Those with files, in the order they were asked for. */
  written(): readonly WrittenSplit[]
}

interface OpenSplit {
  readonly name: string
  /** The first sink is the one that loading takes. */
  readonly sinks: readonly [Sink, ...Sink[]]
  rows: number
}

/** Opens the splits that were asked for; without any, all rows are in the one the options name. */
export async function openSplits(
  task: TrainingTask,
  options: Options,
  { splits, report, shard }: Pick<ShardContext, 'splits' | 'report' | 'shard'>,
): Promise<SplitSinks> {
  const names = splits?.names.map(splitName) ?? [options.split]
  const all: OpenSplit[] = []
  for (const name of names) {
    const sinks = await openSinks({ task, split: name, shard }, options, report)
    all.push({ name, sinks, rows: 0 })
  }
  const byName = new Map(all.map((one) => [one.name, one]))
  const splitOf = (document: LabeledDocument): OpenSplit => {
    const name = splits?.of(document) ?? options.split
    const found = byName.get(name)
    if (found === undefined)
      throw new RangeError(`There is no split "${name}" among ${names.join(', ')}.`)
    return found
  }
  let used: readonly OpenSplit[] = []
  return {
    add(document, row, fields) {
      const split = splitOf(document)
      for (const sink of split.sinks) sink.add(row, fields)
      split.rows += 1
    },
    take: () => all.flatMap(({ sinks }) => sinks.flatMap((sink) => sink.take())),
    close(fields) {
      const full = all.filter(({ rows }) => rows > 0)
      const first = (shard?.index ?? 0) === 0 ? all.slice(0, 1) : []
      used = full.length > 0 ? full : first
      for (const { sinks } of used) for (const sink of sinks) sink.close(fields)
    },
    written: () => used.map(({ name, rows, sinks }) => ({ name, rows, files: sinks[0].files() })),
  }
}

/** Throws FormatError for both kinds of files in an image folder, where loading would refuse them. */
async function openSinks(
  named: Omit<NamedFiles, 'ending'>,
  { files, ...limits }: Options,
  report: Report,
): Promise<readonly [Sink, ...Sink[]]> {
  // Lines are put into files where those of all shards come together.
  if (files === 'jsonl' && named.shard === undefined) {
    return [openLooseLines(fileNames({ ...named, ending: '.jsonl' }), report)]
  }
  const ending = (ending: string): SinkOptions => {
    return { ...limits, names: fileNames({ ...named, ending }) }
  }
  if (files === 'both' && named.task === 'image-folder') {
    const message =
      'Option "files" of huggingface is "both"; expected parquet or jsonl with the task image-folder.'
    throw new FormatError({ severity: 'error', code: 'engine/bad-option', message })
  }
  if (files === 'jsonl') return [openJsonLines(ending('.jsonl'), report)]
  const parquet = await openParquet(ending('.parquet'))
  return files === 'both' ? [parquet, openJsonLines(ending('.jsonl'), report)] : [parquet]
}
