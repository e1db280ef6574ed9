import type { OpenSyncQueue } from '@labelport/sync-queue'
import { Queue, Worker } from 'bullmq'
import { keepClaims } from './claims.ts'
import { connect } from './connect.ts'
import { queueOn } from './queue-on.ts'
import { readSettings } from './settings.ts'
import { sharedPace } from './shared-pace.ts'

/** What keys of the server begin with. */
const prefix = 'labelport'

/**
 * Opens a queue on the Redis that the environment names. Throws RangeError for settings that are none, NoRedis when the
 * server cannot be reached.
 */
export const openSyncQueue: OpenSyncQueue = async ({ name, limit, clock, env }) => {
  const { url, claimMs, attempts, retryMs } = readSettings(env)
  const redis = await connect(url)
  // BullMQ parts its keys by colons.
  const safeName = encodeURIComponent(name)
  const shared = { connection: redis, prefix }
  const jobs = new Queue(safeName, {
    ...shared,
    defaultJobOptions: {
      attempts,
      backoff: { type: 'exponential', delay: retryMs },
      // What was brought is known where the files are; the queue is for what is not.
      removeOnComplete: true,
      removeOnFail: true,
      stackTraceLimit: 0,
    },
  })
  const taker = new Worker(safeName, null, {
    ...shared,
    autorun: false,
    lockDuration: claimMs,
    stalledInterval: claimMs / 2,
    // A worker that dies says nothing about its project.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
  })
  // Both tell of broken connections, which mend themselves; without a listener they would end the process.
  jobs.on('error', () => {})
  taker.on('error', () => {})
  await taker.startStalledCheckTimer()
  return queueOn({
    jobs,
    taker,
    claims: keepClaims(clock, claimMs),
    pace: sharedPace(redis, `${prefix}:${safeName}:pace`, limit),
    clock,
    async disconnect() {
      await taker.close(true)
      await jobs.close()
      redis.disconnect()
    },
  })
}
