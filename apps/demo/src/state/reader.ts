import type { Message, Request } from '../protocol.ts'

/** A request without its number. */
type Question = Request extends infer R
  ? R extends { job: number }
    ? Omit<R, 'job'>
    : never
  : never

/** The worker that reads and writes, seen from the page. */
export interface Reader {
  /** Sends a request and returns the number its answers carry. */
  ask(question: Question): number
  cancel(job: number): void
}

/** Starts the worker. */
export function startReader(receive: (message: Message) => void): Reader {
  const worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', (event: MessageEvent<Message>) => receive(event.data))
  let last = 0
  return {
    ask(question) {
      last += 1
      worker.postMessage({ ...question, job: last })
      return last
    },
    cancel(job) {
      worker.postMessage({ type: 'cancel', job } satisfies Request)
    },
  }
}
