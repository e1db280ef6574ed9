import type { ShardRecord } from '@labelport/dataset'
import type { Part } from '@labelport/format'
import type { ShardRunner } from './shard-listener.ts'

/** What is written, and who hears of it. */
export interface ShardOrder {
  /** The shards to write. */
  readonly indices: readonly number[]
  /** Whether the parts of a shard come after all of those before it, for shards that share files. */
  readonly ordered: boolean
  onProgress(filesMore: number, path: string): void
  onRecord(index: number, record: ShardRecord): void
}

/** A shard that is being written. */
interface Running {
  readonly index: number
  readonly parts: { readonly part: Part; taken(): void }[]
  record?: ShardRecord
}

/** The parts of shards as they come, with as many shards under way as the runner can have. */
export async function* shardParts(
  runner: ShardRunner,
  { indices, ordered, onProgress, onRecord }: ShardOrder,
): AsyncGenerator<Part> {
  const running: Running[] = []
  const waiting = [...indices]
  const bell = openBell()
  const start = (index: number): void => {
    const one: Running = { index, parts: [] }
    running.push(one)
    const part = (given: Part): Promise<void> =>
      new Promise((taken) => {
        one.parts.push({ part: given, taken })
        bell.ring()
      })
    runner
      .write(index, { part, progress: onProgress })
      .then((record) => {
        one.record = record
        bell.ring()
      })
      .catch(bell.fail)
  }
  try {
    for (;;) {
      while (running.length < runner.width && waiting.length > 0) start(waiting.shift() ?? 0)
      if (running.length === 0) return
      await bell.rung()
      for (const one of ordered ? running.slice(0, 1) : [...running]) {
        for (let next = one.parts.shift(); next !== undefined; next = one.parts.shift()) {
          yield next.part
          next.taken()
        }
        if (one.record === undefined) continue
        onRecord(one.index, one.record)
        running.splice(running.indexOf(one), 1)
        // What the next one has waiting is looked at in the next round.
        bell.ring()
      }
    }
  } finally {
    runner.close()
  }
}

/** Something to wait for that may have happened before. */
function openBell() {
  let waiting: { resolve(): void; reject(error: unknown): void } | undefined
  let rung = false
  let failure: { readonly error: unknown } | undefined
  return {
    ring(): void {
      rung = true
      waiting?.resolve()
    },
    fail(error: unknown): void {
      failure ??= { error }
      waiting?.reject(error)
    },
    async rung(): Promise<void> {
      if (failure !== undefined) throw failure.error
      if (!rung) {
        await new Promise<void>((resolve, reject) => {
          waiting = { resolve, reject }
        })
        waiting = undefined
      }
      rung = false
    },
  }
}
