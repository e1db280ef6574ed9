import { createPace } from './pace.ts'
import { keyOfJob, type QueueOptions, type SyncQueue, type TakenJob } from './queue.ts'

/** A queue in this process, for its own workers. What waits is gone with the process. */
export async function openMemoryQueue({
  limit,
  clock,
}: Pick<QueueOptions, 'limit' | 'clock'>): Promise<SyncQueue> {
  const pace = createPace(limit, clock)
  const waiting: TakenJob[] = []
  const underWay = new Map<string, TakenJob>()
  /** Of all that waits or is under way. */
  const keys = new Set<string>()
  const news = createBell()
  let ended = false

  /** Whether there may be something to take; false when there will not. */
  const awaitJob = async (signal: AbortSignal | undefined): Promise<boolean> => {
    while (waiting.length === 0) {
      if (ended) return false
      await news.rung(signal)
    }
    signal?.throwIfAborted()
    return true
  }
  const giveUp = (taken: TakenJob): string => {
    const key = keyOfJob(taken.job)
    if (underWay.get(key) !== taken) throw new RangeError(`No worker has the job ${key}.`)
    underWay.delete(key)
    return key
  }

  return {
    async add(job) {
      if (ended) throw new RangeError('The queue takes no more jobs.')
      const key = keyOfJob(job)
      if (keys.has(key)) return false
      keys.add(key)
      waiting.push({ job, attempt: 1 })
      news.ring()
      return true
    },
    async end() {
      ended = true
      news.ring()
    },
    async take(signal) {
      while (await awaitJob(signal)) {
        // A place in the pace is asked for only when there is something to begin.
        await pace(signal)
        const taken = waiting.shift()
        if (taken === undefined) continue
        underWay.set(keyOfJob(taken.job), taken)
        return taken
      }
      return undefined
    },
    async acknowledge(taken) {
      keys.delete(giveUp(taken))
      return 'done'
    },
    async release(taken) {
      giveUp(taken)
      waiting.unshift({ job: taken.job, attempt: taken.attempt + 1 })
      news.ring()
    },
    async close() {
      ended = true
      waiting.length = 0
      news.ring()
    },
  }
}

/** Wakes everyone who waits. */
interface Bell {
  ring(): void
  /** Rejects with the signal's reason when it is aborted. */
  rung(signal: AbortSignal | undefined): Promise<void>
}

function createBell(): Bell {
  const sleepers = new Set<() => void>()
  return {
    ring() {
      for (const wake of sleepers) wake()
      sleepers.clear()
    },
    rung: (signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const stop = (): void => {
          sleepers.delete(wake)
          reject(signal?.reason)
        }
        const wake = (): void => {
          signal?.removeEventListener('abort', stop)
          resolve()
        }
        sleepers.add(wake)
        signal?.addEventListener('abort', stop, { once: true })
      }),
  }
}
