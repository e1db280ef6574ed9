import { Redis } from 'ioredis'
import { shownAddress } from './settings.ts'

/** No answer, or no entry. The message names the server and why, never a password. */
export class NoRedis extends Error {
  override readonly name = 'NoRedis'
  readonly code = 'NO_REDIS'
}

/**
 * Connects to a Redis. Throws NoRedis when it cannot be reached now; a connection that breaks later is made again for
 * as long as it takes, while what was asked waits.
 */
export async function connect(url: string): Promise<Redis> {
  let reached = false
  const redis = new Redis(url, {
    lazyConnect: true,
    // BullMQ asks for this: its commands wait for the server instead of failing.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (reached ? Math.min(times * 200, 5_000) : null),
  })
  let said: unknown
  // Without a listener the library writes every error to the console.
  redis.on('error', (error) => {
    said = error
  })
  try {
    await redis.connect()
    // Answers NOAUTH or WRONGPASS where the connection alone does not.
    await redis.ping()
  } catch (error) {
    redis.disconnect()
    // The library's errors may carry the AUTH command with its password, so they are not kept as a cause.
    throw new NoRedis(`No Redis can be used at ${shownAddress(url)}: ${wordsOf(said ?? error)}`)
  }
  reached = true
  return redis
}

/** The kind of an error: the code of a system error, else the first word of what Redis answered. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer.'
  if ('code' in error && typeof error.code === 'string') return `${error.code}.`
  const [kind] = /^[A-Z]{3,}\b/.exec(error.message) ?? []
  return kind === undefined ? `${error.name}.` : `it answers ${kind}.`
}
