import type { QueueLimit } from '@labelport/sync-queue'
import type { Redis } from 'ioredis'

/** The limit of a queue, kept by the server for all processes. */
export interface SharedPace {
  /** Takes a place when there is one; otherwise says after how many milliseconds to ask again. */
  enter(place: string): Promise<number>
  /** Gives back a place for which there was no job. */
  leave(place: string): Promise<void>
}

/**
 * Places of the last span, by the server's clock. BullMQ's own limit counts in spans that begin with their first job,
 * which lets twice as many begin around the end of one.
 */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local jobs, span = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - span)
if redis.call('ZCARD', KEYS[1]) < jobs then
  redis.call('ZADD', KEYS[1], now, ARGV[3])
  redis.call('PEXPIRE', KEYS[1], span)
  return 0
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return oldest[2] + span - now`

/** A pace under a key of the server; without a limit there is always a place. */
export function sharedPace(redis: Redis, key: string, limit: QueueLimit | undefined): SharedPace {
  if (limit === undefined) return { enter: async () => 0, leave: async () => {} }
  const { jobs, perMs } = limit
  return {
    enter: async (place) => Number(await redis.eval(script, 1, key, jobs, perMs, place)),
    async leave(place) {
      await redis.zrem(key, place)
    },
  }
}
