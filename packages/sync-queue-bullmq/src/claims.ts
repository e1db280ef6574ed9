import type { QueueClock } from '@labelport/sync-queue'
import type { Job } from 'bullmq'

/** A job of this process. */
export interface Claim {
  readonly job: Job
  /** Proves to the server that the job is ours. */
  readonly token: string
  readonly lost: AbortController
  /** By the queue's clock, in milliseconds. */
  renewedAt: number
}

/** The jobs of this process, whose claims are kept alive until they are forgotten. */
export interface Claims {
  readonly size: number
  add(job: Job, token: string): Claim
  has(claim: Claim): boolean
  forget(claim: Claim): void
  /** Ends the renewing. */
  close(): void
}

/** Begins to renew claims, three times in the span after which the server takes them for dead. */
export function keepClaims(clock: QueueClock, claimMs: number): Claims {
  const claims = new Set<Claim>()
  const closed = new AbortController()
  const lose = (claim: Claim): void => {
    if (!claims.delete(claim)) return
    claim.lost.abort(new Error('Another worker may have this job: Redis was silent for too long.'))
  }
  const renew = async (claim: Claim): Promise<void> => {
    const now = clock.now()
    // While the server cannot be reached no answer comes, and time alone tells.
    if (now - claim.renewedAt >= claimMs) return lose(claim)
    try {
      const held = await claim.job.extendLock(claim.token, claimMs)
      if (held === 1) claim.renewedAt = now
      else lose(claim)
    } catch {
      // The next time shows whether it was for good.
    }
  }
  const run = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(claimMs / 3, closed.signal)
      for (const claim of claims) void renew(claim)
    }
  }
  run().catch(() => {
    // It ends with the signal of `close` only.
  })
  return {
    get size() {
      return claims.size
    },
    add(job, token) {
      const claim = { job, token, lost: new AbortController(), renewedAt: clock.now() }
      claims.add(claim)
      return claim
    },
    has: (claim) => claims.has(claim),
    forget: (claim) => void claims.delete(claim),
    close: () => closed.abort(),
  }
}
