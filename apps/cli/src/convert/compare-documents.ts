import { type ShardFates, sieveSteps, sift } from '@labelport/dataset'
import type { Session } from '../session.ts'
import { askShards } from './ask-shards.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { openShards, type ShardSettings } from './open-shards.ts'
import { startRunner } from './shard-runner.ts'

/**
 * Decides which documents stay where steps leave some out because of others: reads all of them, on several threads where
 * that pays, for what they are compared by. Undefined when there is no such step. The result does not depend on threads
 * nor on how documents lie in shards.
 */
export async function compareDocuments(
  session: Session,
  source: ConversionSource,
  flags: ConvertFlags,
  { mode, operands }: Pick<ShardSettings, 'mode'> & { readonly operands: readonly string[] },
): Promise<readonly ShardFates[] | undefined> {
  const { steps } = source
  if (sieveSteps(steps).length === 0) return undefined
  const settings = { mode }
  const shards = openShards(session, source, flags, settings, () => {})
  const indices = shards.files.map((_, index) => index)
  const work = { shards, settings, source, flags, operands }
  const started = await startRunner(session, work, indices)
  const prints = await askShards(started, indices, (runner, index, progress) =>
    runner.compare(index, progress),
  )
  return sift(
    steps,
    indices.flatMap((index) => prints.get(index) ?? []),
  )
}
