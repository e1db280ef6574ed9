import type { ShardListener, ShardRunner } from './shard-listener.ts'
import type { StartedRunner } from './shard-runner.ts'

/** Asks the same of shards, of several at a time where the runner can; the answers by the numbers of the shards. */
export async function askShards<Answer>(
  { runner, progress }: StartedRunner,
  indices: readonly number[],
  ask: (runner: ShardRunner, index: number, progress: ShardListener['progress']) => Promise<Answer>,
): Promise<ReadonlyMap<number, Answer>> {
  const found = new Map<number, Answer>()
  const waiting = [...indices]
  const work = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      found.set(index, await ask(runner, index, progress))
    }
  }
  try {
    await Promise.all(Array.from({ length: runner.width }, work))
  } finally {
    runner.close()
  }
  return found
}
