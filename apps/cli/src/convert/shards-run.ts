import {
  emptySplitLock,
  joinLabels,
  type PlainLabels,
  prepare,
  type ShardRecord,
} from '@labelport/dataset'
import { type Format, joinShards, type Part } from '@labelport/format'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { labelsBefore } from './labels-before.ts'
import { type OpenShards, openShards, type ShardSettings } from './open-shards.ts'
import { openShardKeys, type ShardKeys } from './shard-keys.ts'
import { type ShardChain, shardParts } from './shard-parts.ts'
import { type StartedRunner, startRunner } from './shard-runner.ts'
import { type ShardLabels, surveyLabels } from './survey-labels.ts'

/** Shards that are being written. */
export interface ShardsRun {
  readonly shards: OpenShards
  readonly settings: ShardSettings
  readonly keys: ShardKeys
  /** The names of classes that were found before writing; empty when nobody had to know. */
  readonly labels: ShardLabels
  /** What is known of those that are written, by their numbers. */
  readonly records: ShardRecord[]
  /**
   * Writes shards, on several threads where that pays. Returns what the format has to know of files that shards share
   * to finish the data set.
   */
  parts(indices: readonly number[]): AsyncGenerator<Part, unknown>
}

/** What is asked for, as the command line has it. */
export interface ShardsOrder {
  readonly mode: ShardSettings['mode']
  readonly operands: readonly string[]
  /** Where the output goes, and an earlier one may lie. */
  readonly folder: string
}

/** Plans shards. Reads what the format has to know before: the first document, and the names of all classes. */
export async function openShardsRun(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  { mode, operands, folder }: ShardsOrder,
): Promise<ShardsRun> {
  const { splitting, locking, format, fates, placed } = request
  const known = splitting?.lock && splitting.splits.lock()
  // Each shard is told about its own documents alone: a million of them would be a lot for every thread.
  const splitLock = placed && known ? { ...emptySplitLock, frozen: known.frozen } : known
  const given = {
    mode,
    ...(locking && { labels: locking.labels }),
    ...(splitLock && { splitLock }),
    ...(fates && { fates }),
    ...(placed && { placed }),
    ...(await begunBy(request)),
  }
  const planned = openShards(session, request, flags, given, session.report)
  const keys = openShardKeys(request, planned, session.signal)
  const all = planned.files.map((_, index) => index)
  const started = (
    shards: OpenShards,
    settings: ShardSettings,
    indices: readonly number[],
  ): Promise<StartedRunner> =>
    startRunner(session, { shards, settings, source: request, flags, operands }, indices)
  const asks = format.writer?.shards?.numbered === true && locking === undefined
  const labels = new Map<number, PlainLabels>()
  if (asks && mode.type === 'shards' && all.length > 1) {
    const before = await labelsBefore(session, request, flags, { settings: given, keys, folder })
    const unread = all.filter((index) => !before.has(index))
    const found = await surveyLabels(await started(planned, given, unread), unread)
    for (const index of all) {
      const names = before.get(index) ?? found.get(index)
      if (names !== undefined) labels.set(index, names)
    }
  }
  const settings =
    labels.size === 0 ? given : { ...given, labels: joinLabels([...labels.values()]) }
  // The choice of copies was told when the shards were planned.
  const shards =
    labels.size === 0 ? planned : openShards(session, request, flags, settings, () => {})
  const records: ShardRecord[] = []
  return {
    shards,
    settings,
    keys,
    labels,
    records,
    async *parts(indices) {
      const { runner, progress } = await started(shards, settings, indices)
      const ordered = mode.type === 'ranges'
      const parts = shardParts(runner, {
        indices,
        ordered,
        chain: ordered ? chainOf(format, settings) : undefined,
        onProgress: progress,
        onRecord(index, record) {
          records[index] = record
        },
      })
      if (ordered) return yield* joinShards(format, parts)
      yield* parts
      return undefined
    },
  }
}

function chainOf({ writer }: Format, { begun }: ShardSettings): ShardChain | undefined {
  const { shards } = writer ?? {}
  if (shards?.next === undefined) return undefined
  return { begun, next: (from, facts) => shards.next?.(from, facts) }
}

/** What the format decides by the first document, as it is before its copies are merged. */
async function begunBy({
  format,
  steps,
  reader,
}: ConversionRequest): Promise<Pick<ShardSettings, 'begun'>> {
  const shards = format.writer?.shards
  if (shards?.begin === undefined) return {}
  const report = (): void => {}
  const early = steps.filter(({ sees }) => sees === 'document')
  const { documents } = prepare(reader(report, { onProgress() {} }).read(), early, { report })
  for await (const document of documents) return { begun: shards.begin(document) }
  return { begun: shards.begin(undefined) }
}
