import { joined } from '@labelport/format'
import type { Session } from '../session.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import type { OpenShards, ShardSettings } from './open-shards.ts'
import { bytesOfSource, jobsOf } from './shard-flags.ts'
import type { ShardListener, ShardRunner } from './shard-listener.ts'

/** What there is to do, with all that threads have to be told to open the same shards. */
export interface ShardWork {
  readonly shards: OpenShards
  readonly settings: ShardSettings
  readonly source: ConversionSource
  readonly flags: ConvertFlags
  readonly operands: readonly string[]
}

/** Somebody who works on shards, and what shows how far reading them has come. */
export interface StartedRunner {
  readonly runner: ShardRunner
  readonly progress: ShardListener['progress']
}

/** Works on some of the shards, on as many threads as were asked for, or pay. */
export async function startRunner(
  session: Session,
  { shards, settings, source, flags, operands }: ShardWork,
  indices: readonly number[],
): Promise<StartedRunner> {
  const wanted = joined(indices.map((index) => shards.files[index] ?? []))
  let done = 0
  const progress = (filesMore: number, path: string): void => {
    done += filesMore
    session.progress.reading(done, wanted.length, path)
  }
  const { worker } = session
  const jobs = Math.min(jobsOf(flags, bytesOfSource(wanted)), indices.length)
  if (jobs <= 1 || worker === undefined) return { runner: shards, progress }
  const { shardThreads } = await import('./shard-thread.ts')
  const { directories = [] } = source.input.found
  const order = { ...settings, flags, operands, directories, shards }
  return { runner: shardThreads(session, worker, jobs, order), progress }
}
