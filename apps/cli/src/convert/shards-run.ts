import { prepare, type ShardRecord } from '@labelport/dataset'
import type { Part } from '@labelport/format'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { type OpenShards, openShards, type ShardSettings } from './open-shards.ts'
import { shardParts } from './shard-parts.ts'
import { runnerOf } from './shard-runner.ts'

/** Shards that are being written. */
export interface ShardsRun {
  readonly shards: OpenShards
  readonly settings: ShardSettings
  /** What is known of those that are written, by their numbers. */
  readonly records: ShardRecord[]
  /** Writes shards, on several threads where that pays. */
  parts(indices: readonly number[]): AsyncGenerator<Part>
}

/** What is asked for, as the command line has it. */
export interface ShardsOrder {
  readonly mode: ShardSettings['mode']
  readonly operands: readonly string[]
}

/** Plans shards. Nothing is read yet, or the first document where the format has to see it. */
export async function openShardsRun(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  { mode, operands }: ShardsOrder,
): Promise<ShardsRun> {
  const { splitting, locking } = request
  const splitLock = splitting?.lock && splitting.splits.lock()
  const settings = {
    mode,
    ...(locking && { labels: locking.labels }),
    ...(splitLock && { splitLock }),
    ...(await begunBy(request)),
  }
  const shards = openShards(session, request, flags, settings, session.report)
  const records: ShardRecord[] = []
  return {
    shards,
    settings,
    records,
    async *parts(indices) {
      const wanted = indices.flatMap((index) => shards.files[index] ?? [])
      const order = { ...settings, flags, operands }
      const runner = await runnerOf(session, { shards, wanted, count: indices.length }, order)
      let done = 0
      yield* shardParts(runner, {
        indices,
        ordered: mode.type === 'ranges',
        onProgress(filesMore, path) {
          done += filesMore
          session.progress.reading(done, wanted.length, path)
        },
        onRecord(index, record) {
          records[index] = record
        },
      })
    },
  }
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
