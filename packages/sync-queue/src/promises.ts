import type { SyncJob, SyncQueue, TakenJob } from './queue.ts'

/** Something every queue keeps. */
export interface QueuePromise {
  /** A sentence whose subject is the queue. */
  readonly name: string
  /** Checks an empty queue that nobody else uses. Throws QueueBreach when the promise is broken. */
  check(queue: SyncQueue): Promise<void>
}

/** Thrown when a queue does not keep what it promises. */
export class QueueBreach extends Error {
  override readonly name = 'QueueBreach'
}

/** What every queue keeps; the tests of a queue go through them, each with an empty queue. */
export const queuePromises: readonly QueuePromise[] = [
  {
    name: 'gives jobs in the order they came, each with all it was added with',
    async check(queue) {
      await queue.add(job('rose'))
      await queue.add(job('iris'))
      same((await taken(queue)).job, job('rose'))
      same(await taken(queue), { job: job('iris'), attempt: 1 })
    },
  },
  {
    name: 'adds no job that waits or is under way, and adds it again afterwards',
    async check(queue) {
      same(await queue.add(job('rose')), true)
      same(await queue.add({ ...job('rose'), status: 'COMPLETE' }), false)
      same(await queue.add({ ...job('rose'), format: 'CSV' }), true)
      const first = await taken(queue)
      same(await queue.add(job('rose')), false)
      same(await queue.acknowledge(first, { type: 'brought', file: 'rose.zip', bytes: 3 }), 'done')
      same(await queue.add(job('rose')), true)
    },
  },
  {
    name: 'offers a job that failed again or gives it up, and lets it be added after that',
    async check(queue) {
      await queue.add(job('rose'))
      const fail = async () =>
        queue.acknowledge(await taken(queue), { type: 'failed', reason: 'Frost.' })
      let settled = await fail()
      for (let times = 1; settled === 'again' && times < 10; times += 1) settled = await fail()
      same(settled, 'done')
      same(await queue.add(job('rose')), true)
    },
  },
  {
    name: 'gives a released job out again, as another attempt',
    async check(queue) {
      await queue.add(job('rose'))
      await queue.end()
      await queue.release(await taken(queue))
      const again = await taken(queue)
      same(again, { job: job('rose'), attempt: 2 })
      await queue.acknowledge(again, { type: 'brought', file: 'rose.zip', bytes: 3 })
      same(await queue.take(), undefined)
    },
  },
  {
    name: 'lets workers wait until a job comes, and gives it to one of them',
    async check(queue) {
      const workers = [queue.take(), queue.take()]
      await queue.add(job('rose'))
      await queue.end()
      const found = await Promise.all(workers)
      same(found.filter((one) => one !== undefined).length, 1)
    },
  },
  {
    name: 'tells every worker when no more will come, and refuses to take more',
    async check(queue) {
      const early = queue.take()
      await queue.end()
      same([await early, await queue.take()], [undefined, undefined])
      const refused = await queue.add(job('rose')).then(
        () => false,
        () => true,
      )
      same(refused, true)
    },
  },
  {
    name: 'stops waiting at a signal, without taking a job along',
    async check(queue) {
      const stop = new AbortController()
      const reason = new Error('Enough.')
      const stopped = queue.take(stop.signal).then(
        () => 'taken',
        (error: unknown) => error,
      )
      stop.abort(reason)
      same((await stopped) === reason, true)
      await queue.add(job('rose'))
      same((await taken(queue)).attempt, 1)
    },
  },
]

function job(projectId: string): SyncJob {
  const updatedAt = '2026-03-02T09:00:00.000Z'
  return {
    projectId,
    format: 'NATIVE',
    name: `The ${projectId} 🌹`,
    status: 'IN_REVIEW',
    updatedAt,
  }
}

async function taken(queue: SyncQueue): Promise<TakenJob> {
  const found = await queue.take()
  if (found === undefined) throw new QueueBreach('Expected a job, found the end of the queue.')
  return found
}

function same(found: unknown, expected: unknown): void {
  if (text(found) === text(expected)) return
  throw new QueueBreach(`Expected ${text(expected)}, found ${text(found)}.`)
}

/** JSON with sorted keys, of the fields of a job only: a queue may keep more for itself. */
function text(value: unknown): string {
  const plain = isTaken(value) ? { attempt: value.attempt, job: value.job } : value
  return JSON.stringify(plain ?? null, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

function isTaken(value: unknown): value is TakenJob {
  return typeof value === 'object' && value !== null && 'job' in value && 'attempt' in value
}
