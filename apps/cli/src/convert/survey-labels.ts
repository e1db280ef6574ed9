import type { PlainLabels } from '@labelport/dataset'
import type { StartedRunner } from './shard-runner.ts'

/** The class names in shards, by the numbers of the shards. */
export type ShardLabels = ReadonlyMap<number, PlainLabels>

/** Reads shards for the names of their classes, several at a time where the runner can. */
export async function surveyLabels(
  { runner, progress }: StartedRunner,
  indices: readonly number[],
): Promise<ShardLabels> {
  const found = new Map<number, PlainLabels>()
  const waiting = [...indices]
  const work = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      found.set(index, await runner.survey(index, progress))
    }
  }
  try {
    await Promise.all(Array.from({ length: runner.width }, work))
  } finally {
    runner.close()
  }
  return found
}
