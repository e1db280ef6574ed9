import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from './worker-answer.ts'

/** Sends something back while a task is done; the buffers that are named go along instead of being copied. */
export type Send<Value> = (value: Value, transfer?: readonly ArrayBuffer[]) => void

/** Does one task and resolves with its result. */
export type TaskHandler<Task, Value, Result> = (task: Task, send: Send<Value>) => Promise<Result>

/**
 * Makes this thread one of a pool. `open` is given what the pool was opened with and makes what does the tasks, one
 * after the other. Throws RangeError outside of a thread.
 */
export function serveTasks<Task, Value, Result>(
  open: (data: unknown) => Promise<TaskHandler<Task, Value, Result>>,
): void {
  const port = parentPort
  if (port === null) throw new RangeError('This module is made for a thread of a pool.')
  const opened = open(workerData)
  // Told by the first task; without this line it would end the thread before.
  opened.catch(() => {})
  const send: Send<Value> = (value, transfer = []) => {
    port.postMessage({ type: 'value', value }, [...transfer])
  }
  const act = async (task: Task): Promise<void> => {
    try {
      const handle = await opened
      port.postMessage({ type: 'done', result: await handle(task, send) })
    } catch (error) {
      port.postMessage({ type: 'failed', failure: failureOf(error) })
    }
  }
  // One may be sent while another is worked on.
  let last = Promise.resolve()
  port.on('message', (task: Task) => {
    last = last.then(() => act(task))
  })
}
