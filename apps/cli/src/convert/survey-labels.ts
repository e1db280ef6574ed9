import type { PlainLabels } from '@labelport/dataset'
import { askShards } from './ask-shards.ts'
import type { StartedRunner } from './shard-runner.ts'

/** The class names in shards, by the numbers of the shards. */
export type ShardLabels = ReadonlyMap<number, PlainLabels>

/** Reads shards for the names of their classes. */
export function surveyLabels(
  started: StartedRunner,
  indices: readonly number[],
): Promise<ShardLabels> {
  return askShards(started, indices, ({ survey }, index, progress) => survey(index, progress))
}
