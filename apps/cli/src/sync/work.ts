import type { SyncJob, SyncOutcome, SyncQueue, TakenJob } from '@labelport/sync-queue'

/** What a worker does with the jobs it takes. */
export interface Work {
  readonly queue: SyncQueue
  readonly signal: AbortSignal
  /** What was brought already, by a worker that could not say so any more or before the job was added. */
  find(job: SyncJob): Extract<SyncOutcome, { type: 'brought' }> | undefined
  /** Throws only when the signal is aborted. */
  bring(taken: TakenJob, signal: AbortSignal): Promise<SyncOutcome>
  onOutcome(job: SyncJob, outcome: SyncOutcome): void
  /** Hears of a job that needed no work, as it was brought in an earlier run of it or for another one. */
  onFound(taken: TakenJob, outcome: Extract<SyncOutcome, { type: 'brought' }>): void
  /** Hears of a job that failed and is offered again. */
  onAgain(job: SyncJob): void
  /** Hears of a job that was taken away, as the queue was out of reach. */
  onLost(job: SyncJob): void
}

/** Works until the queue has nothing more. A job that is under way when the run is stopped goes back. */
export async function workThrough(work: Work): Promise<void> {
  const { queue, signal } = work
  for (;;) {
    const taken = await queue.take(signal)
    if (taken === undefined) return
    const found = work.find(taken.job)
    const outcome = found ?? (await brought(taken, work))
    if (outcome === undefined) continue
    if ((await queue.acknowledge(taken, outcome)) === 'again') {
      if (outcome.type === 'failed') work.onAgain(taken.job)
      else work.onLost(taken.job)
    } else if (found !== undefined) work.onFound(taken, found)
    else work.onOutcome(taken.job, outcome)
  }
}

/** Undefined when the job was taken away meanwhile. */
async function brought(taken: TakenJob, work: Work): Promise<SyncOutcome | undefined> {
  const { lost } = taken
  const signal = lost === undefined ? work.signal : AbortSignal.any([work.signal, lost])
  try {
    return await work.bring(taken, signal)
  } catch (error) {
    await work.queue.release(taken)
    if (!lost?.aborted || work.signal.aborted) throw error
    work.onLost(taken.job)
    return undefined
  }
}
