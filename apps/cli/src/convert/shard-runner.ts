import type { Session } from '../session.ts'
import type { OpenShards, PlannedSource } from './open-shards.ts'
import { jobsOf } from './shard-flags.ts'
import type { ShardRunner } from './shard-listener.ts'
import type { ShardOrderData } from './shard-thread.ts'

/** What there is to do. */
export interface ShardWork {
  readonly shards: OpenShards
  /** The files that will be read. */
  readonly wanted: readonly PlannedSource[]
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
  const bytes = wanted.reduce((sum, { size = 0 }) => sum + size, 0)
  const jobs = Math.min(jobsOf(order.flags, bytes), count)
  if (jobs <= 1 || worker === undefined) return shards
  const { shardThreads } = await import('./shard-thread.ts')
  return shardThreads(session, worker, jobs, order)
}
