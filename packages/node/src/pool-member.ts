import { Worker } from 'node:worker_threads'
import type { TaskHandler } from './serve-tasks.ts'
import { type Answer, revivedError } from './worker-answer.ts'

/** A task with those who wait for it. */
export interface Job<Task, Value, Result> {
  readonly task: Task
  take(value: Value): void
  resolve(result: Result): void
  reject(error: unknown): void
}

/** A thread of a pool. */
export interface Member<Task, Value, Result> {
  /** What it was given and has not finished, in order. */
  readonly jobs: readonly Job<Task, Value, Result>[]
  give(job: Job<Task, Value, Result>): void
  end(): Promise<unknown>
}

/** Starts a thread. `onEnd` is told why it ended by itself, `onDone` that it finished a job. */
export function startMember<Task, Value, Result>(
  program: URL,
  data: unknown,
  told: { onDone(): void; onEnd(why: string, cause?: unknown): void },
): Member<Task, Value, Result> {
  const worker = new Worker(program, { workerData: data })
  const jobs: Job<Task, Value, Result>[] = []
  worker.on('message', (answer: Answer<Value, Result>) => {
    if (answer.type === 'value') {
      jobs[0]?.take(answer.value)
      return
    }
    const job = jobs.shift()
    if (answer.type === 'done') job?.resolve(answer.result)
    else job?.reject(revivedError(answer.failure))
    told.onDone()
  })
  worker.on('error', (error) => told.onEnd(error.message, error))
  worker.on('exit', (code) => told.onEnd(`it ended with code ${code}`))
  return {
    jobs,
    give(job) {
      jobs.push(job)
      worker.postMessage(job.task)
    },
    end: () => worker.terminate(),
  }
}

/** The thread this runs on. When it is ended, its task stops where it next sends something. */
export function ownMember<Task, Value, Result>(
  handle: TaskHandler<Task, Value, Result>,
  onDone: () => void,
): Member<Task, Value, Result> {
  const jobs: Job<Task, Value, Result>[] = []
  let ended = false
  const work = async (job: Job<Task, Value, Result>): Promise<void> => {
    try {
      const result = await handle(job.task, (value) => {
        if (ended) throw new Error('The work was ended.')
        job.take(value)
      })
      job.resolve(result)
    } catch (error) {
      job.reject(error)
    }
    jobs.shift()
    onDone()
  }
  return {
    jobs,
    give(job) {
      jobs.push(job)
      void work(job)
    },
    async end() {
      ended = true
    },
  }
}
