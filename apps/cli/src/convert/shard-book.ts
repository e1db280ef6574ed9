import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { plainLabels } from '@labelport/dataset'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { type DataSetNote, readNote, type ShardNote } from './data-set-note.ts'
import type { PartChoice } from './part-choice.ts'
import { finishContext } from './settle.ts'
import { orderKey, planKey } from './shard-keys.ts'
import type { ShardsRun } from './shards-run.ts'

/** Keeps what is remembered of shards. */
export interface ShardBook {
  /** Shards of an earlier run that would come out the same, by their numbers. Throws Failure for a damaged note. */
  earlier(folder: string): Promise<ReadonlyMap<number, ShardNote>>
  /** The note of the shards that have a record. */
  note(part?: PartChoice): Promise<DataSetNote>
}

/** Opens the book of a run in shards. */
export function openShardBook(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  { shards, settings, keys, labels: names, records }: ShardsRun,
): ShardBook {
  const order = orderKey(session, request, flags, settings)
  const { labels: _, ...unnumbered } = settings
  const stands = async (one: ShardNote, folder: string): Promise<boolean> =>
    one.key === (await keys.of(one.index)) &&
    (one.aside === undefined || one.aside === (await keys.inputs())) &&
    one.record.files.every((path) => existsSync(join(folder, path)))
  return {
    async earlier(folder) {
      const found = new Map<number, ShardNote>()
      const note = readNote(folder)
      // A plugin may have changed without its name telling.
      const comparable = note?.order === order && note.of === shards.files.length
      if (!comparable || flags.plugin.length > 0) return found
      for (const one of note.shards) if (await stands(one, folder)) found.set(one.index, one)
      return found
    },
    async note(part) {
      const { notes = [], splitNames, labels } = finishContext(session, request)
      const written: ShardNote[] = []
      for (const [index, record] of records.entries()) {
        if (record === undefined) continue
        const beside = record.asked ? { aside: await keys.inputs() } : {}
        const met = names.get(index)
        const labels = met === undefined ? {} : { labels: met }
        written.push({ index, key: await keys.of(index), ...beside, ...labels, record })
      }
      return {
        order,
        base: names.size === 0 ? order : orderKey(session, request, flags, unnumbered),
        plan: planKey(shards),
        format: { id: request.format.id, options: flags.option },
        notes,
        ...(splitNames && { splitNames }),
        ...(labels && { labels: plainLabels(labels) }),
        of: shards.files.length,
        ...(part && { part }),
        shards: written,
      }
    },
  }
}
