import { inspect } from 'node:util'
import {
  type QueueClock,
  type QueueOptions,
  queuePromises,
  type SyncJob,
  type SyncQueue,
  type TakenJob,
} from '@labelport/sync-queue'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { openSyncQueue } from '../src/index.ts'

const url = inject('redisUrl')

const clock: QueueClock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const timer = setTimeout(resolve, ms)
      const stop = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', stop, { once: true })
    }),
}

const opened: SyncQueue[] = []
afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.close()
})

/** A queue as one more process would open it. */
async function open(name: string, options: Partial<QueueOptions> = {}): Promise<SyncQueue> {
  const env = {
    LABELPORT_REDIS_URL: url,
    LABELPORT_QUEUE_CLAIM_SECONDS: '1',
    LABELPORT_QUEUE_RETRY_SECONDS: '0',
  }
  const queue = await openSyncQueue({ name, clock, env, ...options })
  opened.push(queue)
  return queue
}

const job = (projectId: string): SyncJob => ({
  projectId,
  format: 'NATIVE',
  name: 'Möhre 🥕',
  status: 'COMPLETE',
  updatedAt: '2026-03-02T09:00:00.000Z',
})
const brought = { type: 'brought', file: 'carrot.zip', bytes: 3 } as const
const failed = { type: 'failed', reason: 'Frost.' } as const

async function taken(queue: SyncQueue): Promise<TakenJob> {
  const found = await queue.take()
  if (found === undefined) throw new Error('There is a job.')
  return found
}

describe.skipIf(url === undefined)('the queue on Redis (needs redis-server)', () => {
  it.each(queuePromises)('$name', async ({ check }) => {
    await check(await open(crypto.randomUUID()))
  })

  it('adds no job that another process has added, or has under way', async () => {
    const name = crypto.randomUUID()
    const [first, second] = [await open(name), await open(name)]
    const added = await Promise.all([first.add(job('leek')), second.add(job('leek'))])
    expect(added.filter(Boolean)).toHaveLength(1)
    const one = await taken(second)
    expect(await first.add(job('leek'))).toBe(false)
    await second.acknowledge(one, brought)
    expect(await first.add(job('leek'))).toBe(true)
  })

  it('keeps queues of other names apart', async () => {
    const [first, second] = [await open('bed: 1'), await open('bed: 2')]
    await first.add(job('leek'))
    await second.end()
    expect(await second.take()).toBeUndefined()
    await first.acknowledge(await taken(first), brought)
  })

  it('gives each job to one of the workers of several processes', async () => {
    const name = crypto.randomUUID()
    const queues = await Promise.all([open(name), open(name), open(name)])
    const ids = Array.from({ length: 30 }, (_, index) => `bed-${index}`)
    for (const id of ids) await queues[0]?.add(job(id))
    const done: string[] = []
    const work = async (queue: SyncQueue): Promise<void> => {
      await queue.end()
      for (let one = await queue.take(); one !== undefined; one = await queue.take()) {
        done.push(one.job.projectId)
        await queue.acknowledge(one, brought)
      }
    }
    await Promise.all([...queues, ...queues].map(work))
    expect(done.sort()).toEqual(ids.sort())
  })

  it('begins no more jobs in a span than its limit, over all processes', async () => {
    const name = crypto.randomUUID()
    const limit = { jobs: 3, perMs: 700 }
    const queues = [await open(name, { limit }), await open(name, { limit })]
    for (let index = 0; index < 9; index += 1) await queues[0]?.add(job(`bed-${index}`))
    const begun = performance.now()
    const times: number[] = []
    const work = async (queue: SyncQueue): Promise<void> => {
      await queue.end()
      for (let one = await queue.take(); one !== undefined; one = await queue.take()) {
        times.push(performance.now() - begun)
        await queue.acknowledge(one, brought)
      }
    }
    await Promise.all(queues.map(work))
    // A lower bound, however slow the machine: whoever has the fourth place got it a span after the first.
    const rounds = times.sort((a, b) => a - b).map((time) => Math.floor((time + 2) / limit.perMs))
    for (const [index, round] of rounds.entries()) {
      expect(round).toBeGreaterThanOrEqual(Math.floor(index / limit.jobs))
    }
  })

  it('offers a project that failed again, and gives it up after its last attempt', async () => {
    const queue = await open(crypto.randomUUID())
    await queue.add(job('leek'))
    await queue.end()
    const attempts: unknown[] = []
    for (let one = await queue.take(); one !== undefined; one = await queue.take()) {
      attempts.push([one.attempt, await queue.acknowledge(one, failed)])
    }
    expect(attempts).toEqual([
      [1, 'again'],
      [2, 'again'],
      [3, 'done'],
    ])
  })

  it('waits for what others have under way, and takes it when they fall silent', async () => {
    const name = crypto.randomUUID()
    // Its clock stands still, so that it renews nothing: all that others see of a killed process.
    const dead = await open(name, { clock: { now: () => 0, sleep: () => new Promise(() => {}) } })
    await dead.add(job('leek'))
    const theirs = await taken(dead)
    const heir = await open(name)
    await heir.end()
    const again = await taken(heir)
    expect(again).toMatchObject({ job: job('leek'), attempt: 2 })
    // Whoever comes back to life has nothing to say about it.
    expect(await dead.acknowledge(theirs, brought)).toBe('again')
    expect(await heir.acknowledge(again, brought)).toBe('done')
    expect(await heir.take()).toBeUndefined()
  })

  it('keeps a job as long as its process lives', async () => {
    const name = crypto.randomUUID()
    const [patient, hungry] = [await open(name), await open(name)]
    await patient.add(job('leek'))
    const one = await taken(patient)
    await hungry.end()
    const next = hungry.take()
    // Three claims long.
    await clock.sleep(3_000)
    expect(one.lost?.aborted).toBe(false)
    expect(await patient.acknowledge(one, brought)).toBe('done')
    expect(await next).toBeUndefined()
  })

  it('says that a claim is lost once the server was silent for as long', async () => {
    let time = 0
    let wake: () => void = () => {}
    const still: QueueClock = {
      now: () => time,
      sleep: () =>
        new Promise((resolve) => {
          wake = resolve
        }),
    }
    const queue = await open(crypto.randomUUID(), { clock: still })
    await queue.add(job('leek'))
    const one = await taken(queue)
    time += 1_000
    wake()
    await expect.poll(() => one.lost?.aborted).toBe(true)
    expect(await queue.acknowledge(one, brought)).toBe('again')
  })

  it('gives a job up when the server falls silent, and waits for it no longer than that', async () => {
    const queue = await open(crypto.randomUUID())
    await queue.add(job('leek'))
    const one = await taken(queue)
    const stop = new AbortController()
    const redis = new Redis(url ?? '')
    await redis.client('PAUSE', 4_000, 'ALL')
    const next = queue.take(stop.signal)
    expect(await queue.acknowledge(one, brought)).toBe('again')
    expect(one.lost?.aborted).toBe(true)
    stop.abort(new Error('Enough.'))
    await expect(next).rejects.toThrow('Enough.')
    redis.disconnect()
  })

  it('lets a job that is no export of a project be', async () => {
    const name = crypto.randomUUID()
    const queue = await open(name)
    await queue.add(JSON.parse('{"projectId":3}'))
    await queue.add(job('leek'))
    expect((await taken(queue)).job).toEqual(job('leek'))
  })

  it('takes no word about a job that nobody has', async () => {
    const queue = await open(crypto.randomUUID())
    await queue.add(job('leek'))
    const one = await taken(queue)
    await queue.release(one)
    await expect(queue.acknowledge(one, brought)).rejects.toThrow('No worker has the job')
  })

  it('never shows a password that the server refuses', async () => {
    const refused = new URL(url ?? '')
    refused.username = 'gardener'
    refused.password = 'thyme-and-sage'
    const env = { LABELPORT_REDIS_URL: refused.href }
    const error: unknown = await openSyncQueue({ name: 'beds', clock, env }).catch((one) => one)
    expect(error).toMatchObject({ name: 'NoRedis' })
    expect(error).toMatchObject({ message: expect.stringContaining('WRONGPASS') })
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('thyme')
  })
})
