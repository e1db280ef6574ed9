import { FormatError } from '@labelport/format'
import { type Job, type Member, ownMember, startMember } from './pool-member.ts'
import type { TaskHandler } from './serve-tasks.ts'

/** Threads that do tasks. Each is started when it is first needed. */
export interface WorkerPool<Task, Value, Result> {
  /**
   * Has a task done by the next thread that is free; `take` is given what it sends on the way, in order. Rejects with
   * what the task threw; with FormatError `node/worker-ended` when a thread ended by itself, and with the reason when
   * the pool is closed or its signal aborted: then everything else that is under way is rejected as well.
   */
  run(task: Task, take: (value: Value) => void): Promise<Result>
  /** Ends all threads at once. */
  close(): Promise<void>
}

/** How a pool is opened. */
export interface WorkerPoolOptions<Task, Value, Result> {
  /** A module that calls `serveTasks`. */
  readonly program: URL
  /** The most threads that are started. */
  readonly size: number
  /** What every thread is given when it starts; it is copied. */
  readonly data: unknown
  /**
   * Does tasks on this thread, too, which has to let the event loop turn now and then. As it is not always there to
   * hear that another thread is free, each of them is sent one task more than it works on.
   */
  readonly here?: TaskHandler<Task, Value, Result>
  readonly signal?: AbortSignal
}

/** Opens a pool. */
export function openWorkerPool<Task, Value, Result>({
  program,
  size,
  data,
  here,
  signal,
}: WorkerPoolOptions<Task, Value, Result>): WorkerPool<Task, Value, Result> {
  const started = new Set<Member<Task, Value, Result>>()
  const waiting: Job<Task, Value, Result>[] = []
  const own = here && ownMember(here, () => assign())
  let ended: { readonly reason: unknown } | undefined

  const everybody = () => (own === undefined ? [...started] : [own, ...started])
  const end = async (reason: unknown): Promise<void> => {
    signal?.removeEventListener('abort', onAbort)
    ended ??= { reason }
    const members = everybody()
    started.clear()
    const jobs = [...members.flatMap((member) => member.jobs), ...waiting.splice(0)]
    for (const job of jobs) job.reject(reason)
    await Promise.all(members.map((member) => member.end()))
  }
  const onAbort = (): void => void end(signal?.reason)
  const start = (): Member<Task, Value, Result> => {
    const member = startMember<Task, Value, Result>(program, data, {
      onDone: () => assign(),
      onEnd(why, cause) {
        if (started.has(member)) void end(workerEnded(why, cause))
      },
    })
    started.add(member)
    return member
  }
  const nextFree = (): Member<Task, Value, Result> | undefined => {
    const idle = everybody().find(({ jobs }) => jobs.length === 0)
    if (idle !== undefined) return idle
    if (started.size < size) return start()
    return own && [...started].find(({ jobs }) => jobs.length < 2)
  }
  const assign = (): void => {
    while (waiting.length > 0) {
      const member = nextFree()
      const job = member && waiting.shift()
      if (job === undefined) return
      member?.give(job)
    }
  }
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    run: (task, take) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) ended ??= { reason: signal.reason }
        if (ended !== undefined) {
          reject(ended.reason)
          return
        }
        waiting.push({ task, take, resolve, reject })
        assign()
      }),
    close: () => end(new Error('The threads were ended.')),
  }
}

function workerEnded(why: string, cause?: unknown): FormatError {
  const message = `A thread ended before its work was done: ${why}. What it had made is not used.`
  return new FormatError({ severity: 'error', code: 'node/worker-ended', message }, { cause })
}
