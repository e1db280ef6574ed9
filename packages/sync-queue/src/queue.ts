/** What a project is exported as. */
export interface SyncContent {
  /** The platform's name of the format. */
  readonly format: string
  /** The script that writes the files of format CUSTOM. */
  readonly fileTransformerId?: string
}

/** A project to bring. Plain JSON, so that another process can have it. */
export interface SyncJob extends SyncContent {
  readonly projectId: string
  readonly name: string
  readonly status: string
  /** As the server told it when the job was made. */
  readonly updatedAt: string
  /** The export to bring anew although nothing changed, by its id. */
  readonly replaces?: string
}

/** How a job ended. Plain JSON. */
export type SyncOutcome =
  | { readonly type: 'brought'; readonly file: string; readonly bytes: number }
  | { readonly type: 'failed'; readonly reason: string }

/** A job that a worker has until it acknowledges or releases it. */
export interface TakenJob {
  readonly job: SyncJob
  /** From 1; more when a job was released, or when the worker that had it died. */
  readonly attempt: number
  /** Aborted when another worker may have the job, because the queue was out of reach. Absent means never. */
  readonly lost?: AbortSignal
}

/** What becomes of an acknowledged job: out of the queue for good, or offered again, now or later. */
export type Settlement = 'done' | 'again'

/** Projects on their way to workers. One queue may serve workers of many processes. */
export interface SyncQueue {
  /**
   * Adds a job; false when one of the same project and format waits or is under way, which is left as it is.
   * Rejects after `end`.
   */
  add(job: SyncJob): Promise<boolean>
  /** Says that this process adds nothing more, so that its workers need not wait for it. */
  end(): Promise<void>
  /**
   * The job that waits longest, as soon as the limit allows; undefined when none waits and `end` was called. A queue of
   * several processes also waits for what others have under way, since they may die.
   * Rejects with the signal's reason; then no job is taken.
   */
  take(signal?: AbortSignal): Promise<TakenJob | undefined>
  /**
   * Says how a job ended. One that was brought leaves the queue; one that failed may be offered again, and so is one
   * whose claim was lost.
   */
  acknowledge(taken: TakenJob, outcome: SyncOutcome): Promise<Settlement>
  /** Gives a job back undone, for whoever takes next; nothing happens when its claim was lost. */
  release(taken: TakenJob): Promise<void>
  /** Lets go of connections; what waits stays where the queue keeps it. */
  close(): Promise<void>
}

/** How many jobs may begin in a span of time, over all workers of a queue. */
export interface QueueLimit {
  readonly jobs: number
  /** In milliseconds. */
  readonly perMs: number
}

/** What a queue is opened with. */
export interface QueueOptions {
  /** Tells queues of one server apart, such as those of two folders. */
  readonly name: string
  /** Absent means none. */
  readonly limit?: QueueLimit
  readonly clock: QueueClock
  /** Where a queue finds its own settings, such as the address of a server. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Time as a queue needs it. */
export interface QueueClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Opens a queue. A module for `labelport sync --queue` exports it as `openSyncQueue`. */
export type OpenSyncQueue = (options: QueueOptions) => Promise<SyncQueue>

/** What makes two jobs one. */
export function keyOfJob({ projectId, format, fileTransformerId }: SyncJob): string {
  return JSON.stringify([projectId, format, fileTransformerId])
}
