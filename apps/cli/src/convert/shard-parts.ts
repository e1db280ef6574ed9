import type { ShardRecord } from '@labelport/dataset'
import type { Part } from '@labelport/format'
import type { ShardRunner } from './shard-listener.ts'

/** What is written, and who hears of it. */
export interface ShardOrder {
  /** The shards to write. */
  readonly indices: readonly number[]
  /** Whether the parts of a shard come after all of those before it, for shards that share files. */
  readonly ordered: boolean
  /** Set when shards that share files also go on from what those before them found. */
  readonly chain?: ShardChain | undefined
  onProgress(filesMore: number, path: string): void
  onRecord(index: number, record: ShardRecord): void
}

/** How shards go on from each other. */
export interface ShardChain {
  /** What the first one begins with. */
  readonly begun: unknown
  /** What the next one begins with; undefined when this one has to be written again, with what it had to begin with. */
  next(begun: unknown, facts: unknown): unknown
}

/** A shard that is being written. */
interface Running {
  readonly index: number
  readonly begun: unknown
  readonly parts: { readonly part: Part; taken(): void }[]
  record?: ShardRecord
}

/**
 * The parts of shards as they come, with as many shards under way as the runner can have. In a chain a shard does not
 * wait for those before it: it begins with what is known by then. That nearly always is all there is to know; where it
 * is not, and shows, the shard is written again.
 */
export async function* shardParts(
  runner: ShardRunner,
  { indices, ordered, chain, onProgress, onRecord }: ShardOrder,
): AsyncGenerator<Part> {
  const running: Running[] = []
  const waiting = [...indices]
  const bell = openBell()
  let begun = chain?.begun
  const start = (index: number, again = false): Running => {
    const one: Running = { index, begun, parts: [] }
    const part = (given: Part): Promise<void> =>
      new Promise((taken) => {
        one.parts.push({ part: given, taken })
        bell.ring()
      })
    const progress = again ? () => {} : onProgress
    runner
      .write(index, { part, progress }, begun)
      .then((record) => {
        one.record = record
        bell.ring()
      })
      .catch(bell.fail)
    return one
  }
  /** Whether what a shard gives is as it has to be; not known of one that is under way and began with less. */
  const isSound = ({ begun: own, record }: Running): boolean | undefined => {
    if (chain === undefined || own === begun) return true
    return record && chain.next(begun, record.facts) !== undefined
  }
  const hasRoom = (): boolean => {
    if (running.length >= runner.width + (runner.ahead ?? 0)) return false
    return running.filter(({ record }) => record === undefined).length < runner.width
  }
  try {
    for (;;) {
      while (waiting.length > 0 && hasRoom()) running.push(start(waiting.shift() ?? 0))
      if (running.length === 0) return
      await bell.rung()
      for (const one of ordered ? running.slice(0, 1) : [...running]) {
        const sound = isSound(one)
        if (sound === false) running[0] = start(one.index, true)
        if (!sound) continue
        for (let next = one.parts.shift(); next !== undefined; next = one.parts.shift()) {
          yield next.part
          next.taken()
        }
        if (one.record === undefined) continue
        begun = chain?.next(begun, one.record.facts)
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
