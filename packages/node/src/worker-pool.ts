import { Worker } from 'node:worker_threads'
import { FormatError } from '@labelport/format'
import { type Answer, revivedError } from './worker-answer.ts'

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
export interface WorkerPoolOptions {
  /** A module that calls `serveTasks`. */
  readonly program: URL
  /** The most threads. */
  readonly size: number
  /** What every thread is given when it starts; it is copied. */
  readonly data: unknown
  readonly signal?: AbortSignal
}

interface Job<Task, Value, Result> {
  readonly task: Task
  take(value: Value): void
  resolve(result: Result): void
  reject(error: unknown): void
}

interface Member<Task, Value, Result> {
  readonly worker: Worker
  job?: Job<Task, Value, Result> | undefined
}

/** Opens a pool. */
export function openWorkerPool<Task, Value, Result>({
  program,
  size,
  data,
  signal,
}: WorkerPoolOptions): WorkerPool<Task, Value, Result> {
  const members = new Set<Member<Task, Value, Result>>()
  const waiting: Job<Task, Value, Result>[] = []
  let ended: { readonly reason: unknown } | undefined

  const end = async (reason: unknown): Promise<void> => {
    signal?.removeEventListener('abort', onAbort)
    ended ??= { reason }
    const jobs = [...Array.from(members, ({ job }) => job), ...waiting.splice(0)]
    const workers = Array.from(members, ({ worker }) => worker)
    members.clear()
    for (const job of jobs) job?.reject(reason)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  const onAbort = (): void => void end(signal?.reason)
  const start = (): Member<Task, Value, Result> => {
    const worker = new Worker(program, { workerData: data })
    const member: Member<Task, Value, Result> = { worker }
    members.add(member)
    worker.on('message', (answer: Answer<Value, Result>) => {
      const { job } = member
      if (answer.type === 'value') {
        job?.take(answer.value)
        return
      }
      member.job = undefined
      if (answer.type === 'done') job?.resolve(answer.result)
      else job?.reject(revivedError(answer.failure))
      assign()
    })
    worker.on('error', (error) => void end(workerEnded(error.message, error)))
    worker.on('exit', (code) => {
      if (members.has(member)) void end(workerEnded(`it ended with code ${code}`))
    })
    return member
  }
  const assign = (): void => {
    while (waiting.length > 0) {
      const free = [...members].find(({ job }) => job === undefined)
      const member = free ?? (members.size < size ? start() : undefined)
      if (member === undefined) return
      member.job = waiting.shift()
      member.worker.postMessage(member.job?.task)
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
