import type { SyncJob, SyncOutcome, SyncQueue } from '@labelport/sync-queue'

/** What a worker does with the jobs it takes. */
export interface Work {
  readonly queue: SyncQueue
  readonly signal: AbortSignal
  /** Throws only when the run is stopped. */
  bring(job: SyncJob): Promise<SyncOutcome>
  onOutcome(job: SyncJob, outcome: SyncOutcome): void
}

/** Works until the queue has nothing more. A job that is under way when the run is stopped goes back. */
export async function workThrough({ queue, signal, bring, onOutcome }: Work): Promise<void> {
  for (;;) {
    const taken = await queue.take(signal)
    if (taken === undefined) return
    let outcome: SyncOutcome
    try {
      outcome = await bring(taken.job)
    } catch (error) {
      await queue.release(taken)
      throw error
    }
    await queue.acknowledge(taken, outcome)
    onOutcome(taken.job, outcome)
  }
}
