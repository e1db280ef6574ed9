import {
  openMemoryQueue,
  type QueueClock,
  queuePromises,
  type SyncJob,
} from '@labelport/sync-queue'
import { describe, expect, it } from 'vitest'

/** Time that passes only when somebody sleeps. */
function sleepyClock(): QueueClock & { readonly slept: readonly number[] } {
  let time = 1_000
  const slept: number[] = []
  return {
    slept,
    now: () => time,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      slept.push(ms)
      time += ms
    },
  }
}

const job = (projectId: string): SyncJob => ({
  projectId,
  format: 'NATIVE',
  name: 'Mohn',
  status: 'COMPLETE',
  updatedAt: '2026-03-02T09:00:00.000Z',
})

describe('the queue in memory', () => {
  it.each(queuePromises)('$name', async ({ check }) => {
    await check(await openMemoryQueue({ clock: sleepyClock() }))
  })

  it('begins no more jobs in any span of time than its limit', async () => {
    const clock = sleepyClock()
    const queue = await openMemoryQueue({ clock, limit: { jobs: 2, perMs: 500 } })
    for (const id of ['a', 'b', 'c', 'd', 'e']) await queue.add(job(id))
    const begun: number[] = []
    for (let count = 0; count < 5; count += 1) {
      await queue.take()
      begun.push(clock.now())
    }
    expect(begun).toEqual([1_000, 1_000, 1_500, 1_500, 2_000])
    expect(clock.slept).toEqual([500, 500])
  })

  it('keeps its limit for nobody while nothing waits', async () => {
    const clock = sleepyClock()
    const queue = await openMemoryQueue({ clock, limit: { jobs: 1, perMs: 500 } })
    const early = queue.take()
    await queue.add(job('a'))
    await early
    await queue.end()
    expect(await queue.take()).toBeUndefined()
    expect(clock.slept).toEqual([])
  })

  it('leaves a job where it was when a worker is stopped while the limit holds it', async () => {
    const stop = new AbortController()
    const clock: QueueClock = {
      now: () => 0,
      sleep: async (_, signal) => {
        stop.abort(new Error('Stopped.'))
        signal?.throwIfAborted()
      },
    }
    const queue = await openMemoryQueue({ clock, limit: { jobs: 1, perMs: 1 } })
    await queue.add(job('a'))
    await queue.add(job('b'))
    await queue.take(stop.signal)
    await expect(queue.take(stop.signal)).rejects.toThrow('Stopped.')
    expect(await queue.add(job('b'))).toBe(false)
  })

  it('takes no word about a job that nobody has', async () => {
    const queue = await openMemoryQueue({ clock: sleepyClock() })
    await queue.add(job('a'))
    const taken = await queue.take()
    if (taken === undefined) throw new Error('There is a job.')
    await queue.release(taken)
    await expect(queue.acknowledge(taken, { type: 'failed', reason: 'Too late.' })).rejects.toThrow(
      'No worker has the job',
    )
  })

  it('gives nothing after it was closed', async () => {
    const queue = await openMemoryQueue({ clock: sleepyClock() })
    await queue.add(job('a'))
    await queue.close()
    expect(await queue.take()).toBeUndefined()
  })
})
