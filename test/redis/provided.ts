import type {} from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** With its password; undefined when there is no redis-server on this machine. */
    readonly redisUrl: string | undefined
  }
}
