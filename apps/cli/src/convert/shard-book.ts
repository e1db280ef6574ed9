import { plainLabels } from '@labelport/dataset'
import type { WrittenFile } from '@labelport/node'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { type DataSetNote, readNote, type ShardNote, sha256Of } from './data-set-note.ts'
import { changeOf, type FileSum, sumsBeside, sumsByPath } from './noted-file.ts'
import type { PartChoice } from './part-choice.ts'
import { finishContext } from './settle.ts'
import { decisionKey, orderKey, planKey } from './shard-keys.ts'
import type { ShardsRun } from './shards-run.ts'

/** Shards of an earlier run that come out the same now, by their numbers. */
export type EarlierShards = ReadonlyMap<number, ShardNote>

/** Keeps what is remembered of shards. */
export interface ShardBook {
  /**
   * What an earlier run left in a folder. Reports as `cli/changed-file` what is not as that run wrote it, and will be
   * written anew. Throws Failure for a damaged note.
   */
  earlier(folder: string): Promise<EarlierShards>
  /** The note of the shards that have a record; `written` are the files of this run and those it took over. */
  note(written: NotedRun): Promise<DataSetNote>
}

/** What a run has made. */
export interface NotedRun {
  readonly earlier: EarlierShards
  readonly files: readonly WrittenFile[]
  readonly part?: PartChoice
}

/** Opens the book of a run in shards. */
export function openShardBook(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  { shards, settings, keys, labels: names, records }: ShardsRun,
): ShardBook {
  const { signal } = session
  const order = orderKey(session, request, flags, settings)
  const { labels: _, ...unnumbered } = settings
  const isMadeOfTheSame = async ({ index, key, aside }: ShardNote): Promise<boolean> =>
    key === (await keys.of(index)) && (aside === undefined || aside === (await keys.inputs()))
  const stands = async (folder: string, path: string, sum: FileSum | undefined) => {
    const change = await changeOf(folder, path, sum, signal)
    if (change === undefined) return true
    const message = `The file ${change}; it is written anew.`
    session.report({ severity: 'warning', code: 'cli/changed-file', message, place: { path } })
    return false
  }
  return {
    async earlier(folder) {
      const found = new Map<number, ShardNote>()
      const note = readNote(folder)
      if (note === undefined) return found
      // A plugin may have changed without its name telling.
      const comparable = note.order === order && note.of === shards.files.length
      const taken = comparable && flags.plugin.length === 0 ? note.shards : []
      for (const one of taken) {
        if (!(await isMadeOfTheSame(one))) continue
        let whole = true
        for (const [at, path] of one.record.files.entries()) {
          if (!(await stands(folder, path, one.sums[at]))) whole = false
        }
        if (whole) found.set(one.index, one)
      }
      for (const [path, sum] of Object.entries(note.beside)) await stands(folder, path, sum)
      return found
    },
    async note({ earlier, files, part }) {
      const { notes = [], splitNames, labels } = finishContext(session, request)
      const sumOf = sumsByPath(files)
      const written: ShardNote[] = []
      for (const [index, record] of records.entries()) {
        if (record === undefined) continue
        const sources = Array.from(shards.files[index] ?? [], ({ source }) => source.path)
        const met = names.get(index)
        written.push({
          index,
          key: await keys.of(index),
          ...(record.asked && { aside: await keys.inputs() }),
          ...(met !== undefined && { labels: met }),
          ...(record.ids !== undefined && { sources }),
          sums: earlier.get(index)?.sums ?? record.files.map(sumOf),
          record,
        })
      }
      const decided = shards.files.flatMap((_, index) => decisionKey(request, index) ?? [])
      const ofShards = written.flatMap(({ record }) => record.files)
      return {
        version: session.version,
        order,
        base: names.size === 0 ? order : orderKey(session, request, flags, unnumbered),
        plan: planKey(shards),
        ...(decided.length > 0 && { decided: sha256Of(decided.join(' ')) }),
        format: { id: request.format.id, options: flags.option },
        notes,
        ...(splitNames && { splitNames }),
        ...(labels && { labels: plainLabels(labels) }),
        of: shards.files.length,
        ...(part && { part }),
        shards: written,
        beside: sumsBeside(files, ofShards),
      }
    },
  }
}
