import type { Message, Request, Staffing, ToReader } from '../protocol.ts'

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

/** Starts the worker. It has the page start others that read with it, and end them. */
export function startReader(receive: (message: Message) => void): Reader {
  const desk = new Worker(new URL('../worker/main.ts', import.meta.url), {
    type: 'module',
    name: 'desk',
  })
  const hired: (Worker | undefined)[] = []
  const post = (message: Request | Staffing, transfer: readonly Transferable[] = []): void =>
    desk.postMessage(message, [...transfer])

  const start = (number: number): void => {
    // The same script under another name, so that a worker asks for no file that is not here yet.
    const worker = new Worker(new URL('../worker/main.ts', import.meta.url), {
      type: 'module',
      name: 'reader',
    })
    hired[number] = worker
    const ended = (): void => {
      if (hired[number] !== worker) return
      hired[number] = undefined
      worker.terminate()
      post({ type: 'ended', number })
    }
    worker.addEventListener('error', ended)
    worker.addEventListener('messageerror', ended)
    const { port1, port2 } = new MessageChannel()
    worker.postMessage({ port: port1 } satisfies ToReader, [port1])
    post({ type: 'hired', number, port: port2 }, [port2])
  }
  const hire = (count: number): void => {
    for (const worker of hired.splice(count)) worker?.terminate()
    for (let number = 0; number < count; number += 1) {
      if (hired[number] === undefined) start(number)
    }
  }
  desk.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'hire') hire(data.count)
    else receive(data)
  })
  desk.addEventListener('error', ({ message }) => {
    const text = `The part of this page that reads has failed: ${message || 'it could not be started'}. Reload the page.`
    receive({
      type: 'lost',
      diagnostic: { severity: 'error', code: 'engine/failed', message: text },
    })
  })
  let last = 0
  return {
    ask(question) {
      last += 1
      post({ ...question, job: last })
      return last
    },
    cancel: (job) => post({ type: 'cancel', job }),
  }
}
