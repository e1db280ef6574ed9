import type { Message, Request, Staffing } from '../protocol.ts'
import { sampleInput, sampleOptions } from '../sample/sample.ts'
import { openCrew } from './crew.ts'
import { openExplaining } from './explain.ts'
import { diagnosticOf } from './failure.ts'
import { workerEnded } from './hired-reader.ts'
import { type Library, openLibrary } from './library.ts'
import type { ReadingOrder } from './open-ranges.ts'
import type { Material } from './order.ts'
import { openOutbox } from './outbox.ts'
import { openReader, type Reader } from './reader.ts'
import { readAll } from './reading.ts'
import type { Staff } from './staffing.ts'

/** Answers the page. */
export interface Desk {
  take(message: Request | Staffing): void
}

/** How a desk is set up. */
export interface DeskOptions extends Staff {
  /** How much is read at one go, in bytes. */
  readonly rangeSize?: number
  /** Reads in this worker. */
  readonly own?: Reader
  /** The time in milliseconds, from whenever; absent: that of the engine. */
  readonly now?: () => number
}

/** Each range is read at one go; what is told once, is told once for each. In bytes, as for `labelport inspect`. */
const usualRange = 4 * 2 ** 20

const engineTime = (): number => performance.now()

/** Opens the desk. */
export function openDesk(
  send: (message: Message) => void,
  { cores, rangeSize = usualRange, own = openReader(), now = engineTime }: DeskOptions,
): Desk {
  const jobs = new Map<number, AbortController>()
  const crew = openCrew({ own, lost, hire: (count) => post({ type: 'hire', count }) })
  let library: Library = openLibrary()
  let source: ReadingOrder['source'] = { type: 'handed', handed: [] }
  let opened: Material['opened'] = { names: [], sample: false, reading: {} }
  let wanted: number | undefined
  let pseudonyms = false
  const explain = openExplaining(send)

  function post(message: Message): void {
    send(message)
    explain(message)
  }

  const naming = (named: Library) => ({
    projects: named.projects(),
    register: named.register(),
  })

  async function open(
    job: number,
    options: ReadingOrder['options'],
    signal: AbortSignal,
  ): Promise<void> {
    opened = { ...namesOf(source), reading: options }
    const reading = openLibrary()
    reading.directory.usePseudonyms(pseudonyms)
    const outbox = openOutbox(job, { post, library: reading, now })
    library = reading
    const staff = { cores, ...(wanted === undefined ? {} : { wanted }) }
    try {
      const order = { source, options, rangeSize }
      await readAll(order, { crew, library: reading, outbox, staff }, signal)
    } finally {
      // What was read before a failure or a cancel stays usable.
      outbox.flush()
      reading.directory.usePseudonyms(pseudonyms)
      post({ job, type: 'opened', ...naming(reading) })
    }
  }

  async function answer(request: Request, signal: AbortSignal): Promise<void> {
    const { job } = request
    switch (request.type) {
      case 'open':
        source = { type: 'handed', handed: request.handed }
        wanted = request.workers
        return open(job, {}, signal)
      case 'open-sample':
        source = { type: 'sample', sample: request.sample }
        wanted = undefined
        return open(job, sampleOptions, signal)
      case 'read-again':
        return open(job, request.options, signal)
      case 'page': {
        const page = await library.page(request.document, request)
        return page && post({ job, type: 'page', page })
      }
      case 'pseudonyms':
        pseudonyms = request.wanted
        library.directory.usePseudonyms(pseudonyms)
        return post({ job, type: 'renamed', ...naming(library) })
      case 'compare': {
        const { compareCopies } = await import('./compare.ts')
        const comparison = await compareCopies(request, { library, signal })
        return post({ job, type: 'compared', comparison })
      }
      case 'beside': {
        const { besideOf } = await import('./beside.ts')
        return post({ job, type: 'beside', beside: await besideOf(request, library) })
      }
      case 'plan': {
        const { rehearse } = await import('./rehearsal.ts')
        const { choice, tryOptions } = request
        const plans = rehearse(choice, tryOptions, { library, opened, signal })
        for await (const plan of plans) post({ job, type: 'planned', plan })
        return
      }
      case 'convert': {
        const { perform } = await import('./conversion.ts')
        const result = await perform(request.choice, request.folder, { library, opened, signal })
        return post({ job, type: 'converted', result })
      }
      case 'cancel':
        return
      default:
        return request satisfies never
    }
  }

  async function run(request: Request): Promise<void> {
    const { job } = request
    if (request.type === 'cancel') {
      jobs.get(job)?.abort()
      return
    }
    const controller = new AbortController()
    jobs.set(job, controller)
    try {
      await answer(request, controller.signal)
    } catch (error) {
      if (controller.signal.aborted) post({ job, type: 'cancelled' })
      else post({ job, type: 'failed', diagnostic: diagnosticOf(error) })
    } finally {
      jobs.delete(job)
    }
  }

  function lost(): void {
    for (const controller of jobs.values()) controller.abort()
    library = openLibrary()
    crew.need(0)
    post({ type: 'lost', diagnostic: workerEnded().diagnostic })
  }

  return {
    take(message) {
      switch (message.type) {
        case 'hired':
          return crew.join(message.number, message.port)
        case 'ended':
          return crew.leave(message.number)
        default:
          return void run(message)
      }
    },
  }
}

function namesOf(source: ReadingOrder['source']): Pick<Material['opened'], 'names' | 'sample'> {
  if (source.type === 'handed')
    return { names: source.handed.map(({ name }) => name), sample: false }
  return { names: [sampleInput(source.sample).name], sample: true }
}
