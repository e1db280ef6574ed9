import type { QueueClock, QueueLimit } from './queue.ts'

/** Waits until one more job may begin, and counts it. Rejects with the signal's reason, counting nothing. */
export type Pace = (signal?: AbortSignal) => Promise<void>

/** A pace that keeps a limit in every span of its length; none when there is no limit. */
export function createPace(limit: QueueLimit | undefined, clock: QueueClock): Pace {
  if (limit === undefined) return async (signal) => signal?.throwIfAborted()
  const { jobs, perMs } = limit
  /** When the last jobs began, oldest first. */
  const begun: number[] = []
  return async (signal) => {
    for (;;) {
      signal?.throwIfAborted()
      const now = clock.now()
      while (begun[0] !== undefined && begun[0] <= now - perMs) begun.shift()
      const [oldest] = begun
      if (oldest === undefined || begun.length < jobs) {
        begun.push(now)
        return
      }
      await clock.sleep(oldest + perMs - now, signal)
    }
  }
}
