import type { Session } from '../session.ts'
import type { OpenShards } from './open-shards.ts'
import { jobsOf } from './shard-flags.ts'
import type { ShardRunner } from './shard-listener.ts'
import type { ShardOrderData } from './shard-thread.ts'

/** Writes shards on as many threads as were asked for, or pay. */
export async function runnerOf(
  session: Session,
  shards: OpenShards,
  order: Omit<ShardOrderData, 'type' | 'surroundings'>,
): Promise<ShardRunner> {
  const { worker } = session
  const bytes = shards.files.flat().reduce((sum, { size = 0 }) => sum + size, 0)
  const jobs = Math.min(jobsOf(order.flags, bytes), shards.files.length)
  if (jobs <= 1 || worker === undefined) return shards
  const { shardThreads } = await import('./shard-thread.ts')
  return shardThreads(session, worker, jobs, order)
}
