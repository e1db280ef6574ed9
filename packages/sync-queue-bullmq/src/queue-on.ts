import {
  keyOfJob,
  type QueueClock,
  type SyncJob,
  type SyncQueue,
  type TakenJob,
} from '@labelport/sync-queue'
import { type Queue, UnrecoverableError, type Worker } from 'bullmq'
import type { Claim, Claims } from './claims.ts'
import { heed } from './heed.ts'
import type { SharedPace } from './shared-pace.ts'

/** What the queue is put together from. */
export interface Parts {
  readonly jobs: Queue
  readonly taker: Worker
  readonly claims: Claims
  readonly pace: SharedPace
  readonly clock: QueueClock
  disconnect(): Promise<void>
}

/** How long a worker waits before it looks again, in milliseconds; exports take seconds to hours. */
const lookMs = 200
/** The longest sleep under a limit: places are given back, and then there is one early. */
const longestMs = 1_000

/** The queue of one process. */
export function queueOn({ jobs, taker, claims, pace, clock, disconnect }: Parts): SyncQueue {
  const claimOf = new WeakMap<TakenJob, Claim>()
  let ended = false
  let closed = false

  /** Whether there may be a job now; undefined when none will come. */
  const look = async (): Promise<boolean | undefined> => {
    const counts = await jobs.getJobCounts('wait', 'delayed', 'active')
    const { wait = 0, delayed = 0, active = 0 } = counts
    // A delayed job whose time has come waits from the moment that somebody asks.
    if (wait + delayed > 0) return true
    // What others have under way comes back when they die.
    return ended && active <= claims.size ? undefined : false
  }
  /** A job and its claim, or the milliseconds until it makes sense to ask again. */
  const attempt = async (signal: AbortSignal | undefined): Promise<TakenJob | number> => {
    const token = crypto.randomUUID()
    const pause = await heed(pace.enter(token), signal)
    if (pause > 0) return Math.min(pause, longestMs)
    const asked = taker.getNextJob(token, { block: false })
    const job = await heed(asked, signal, (late) => late?.moveToWait(token))
    if (job === undefined) {
      await heed(pace.leave(token), signal)
      return lookMs
    }
    const claim = claims.add(job, token)
    if (!isSyncJob(job.data)) {
      claims.forget(claim)
      await job.moveToFailed(new UnrecoverableError('This is no job of labelport sync.'), token)
      return 0
    }
    const taken = { job: job.data, attempt: job.attemptsStarted, lost: claim.lost.signal }
    claimOf.set(taken, claim)
    return taken
  }
  const claimFor = (taken: TakenJob): Claim => {
    const claim = claimOf.get(taken)
    if (claim === undefined) throw new RangeError(`No worker has the job ${keyOfJob(taken.job)}.`)
    claimOf.delete(taken)
    return claim
  }

  return {
    async add(job) {
      if (ended) throw new RangeError('The queue takes no more jobs.')
      const jobId = crypto.randomUUID()
      const deduplication = { id: keyOfJob(job) }
      const { id } = await jobs.add('export', job, { jobId, deduplication })
      return id === jobId
    },
    async end() {
      ended = true
    },
    async take(signal) {
      for (;;) {
        signal?.throwIfAborted()
        const worthwhile = closed ? undefined : await heed(look(), signal)
        if (worthwhile === undefined) return undefined
        const found = worthwhile ? await attempt(signal) : lookMs
        if (typeof found !== 'number') return found
        await clock.sleep(found, signal)
      }
    },
    async acknowledge(taken, outcome) {
      const claim = claimFor(taken)
      const { job, token } = claim
      if (!claims.has(claim)) return 'again'
      const settled =
        outcome.type === 'brought'
          ? job.moveToCompleted(null, token, false)
          : // The reason may tell of the workspace, so it stays with who has brought it.
            job.moveToFailed(new Error('The export failed.'), token, false)
      const held = await stillHeld(settled, claim)
      claims.forget(claim)
      return held && job.finishedOn !== undefined ? 'done' : 'again'
    },
    async release(taken) {
      const claim = claimFor(taken)
      if (!claims.has(claim)) return
      await stillHeld(claim.job.moveToWait(claim.token), claim)
      claims.forget(claim)
    },
    async close() {
      ended = true
      closed = true
      claims.close()
      await disconnect()
    },
  }
}

/** Waits; false when the claim turns out to be lost, or is lost while the server is silent. */
async function stillHeld(settled: Promise<unknown>, { job, lost }: Claim): Promise<boolean> {
  try {
    await heed(settled, lost.signal)
    return true
  } catch (error) {
    if (lost.signal.aborted) return false
    // BullMQ numbers its refusals: the job is gone, or the lock is gone, another's, or not on an active job.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === -1 || code === -2 || code === -3 || code === -6) return false
    throw new Error(`Redis did not take the end of job ${job.id}.`, { cause: error })
  }
}

function isSyncJob(data: unknown): data is SyncJob {
  if (typeof data !== 'object' || data === null) return false
  const fields = new Map(Object.entries(data))
  const texts = ['projectId', 'format', 'name', 'status', 'updatedAt']
  return texts.every((key) => typeof fields.get(key) === 'string')
}
