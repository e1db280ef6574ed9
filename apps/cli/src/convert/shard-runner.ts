import type { ExportFile } from '@labelport/archive'
import type { Sequence } from '@labelport/format'
import type { Session } from '../session.ts'
import type { OpenShards } from './open-shards.ts'
import { jobsOf } from './shard-flags.ts'
import type { ShardRunner } from './shard-listener.ts'
import type { ShardOrderData } from './shard-thread.ts'

/** What there is to do. */
export interface ShardWork {
  readonly shards: OpenShards
  /** The files that will be read. */
  readonly wanted: Sequence<ExportFile>
  /** How many shards will be written. */
  readonly count: number
}

/** Writes shards on as many threads as were asked for, or pay. */
export async function runnerOf(
  session: Session,
  { shards, wanted, count }: ShardWork,
  order: Omit<ShardOrderData, 'type' | 'surroundings'>,
): Promise<ShardRunner> {
  const { worker } = session
  let bytes = 0
  for (const { source } of wanted) bytes += source.size ?? 0
  const jobs = Math.min(jobsOf(order.flags, bytes), count)
  if (jobs <= 1 || worker === undefined) return shards
  const { shardThreads } = await import('./shard-thread.ts')
  return shardThreads(session, worker, jobs, order)
}
