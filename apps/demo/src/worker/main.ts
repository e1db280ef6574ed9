import type { ExportInput } from '@labelport/archive'
import type { Message, ReadingOptions, Request } from '../protocol.ts'
import { sampleInput, sampleOptions } from '../sample/sample.ts'
import { besideOf } from './beside.ts'
import { catalogView, formatsFor } from './catalog.ts'
import { compareCopies } from './compare.ts'
import { perform } from './conversion.ts'
import { openExplaining } from './explain.ts'
import { diagnosticOf } from './failure.ts'
import { inputsOf } from './inputs.ts'
import { fetchLater } from './later.ts'
import { type Library, openLibrary } from './library.ts'
import type { Opened } from './order.ts'
import { openOutbox } from './outbox.ts'
import { pageOf } from './page.ts'
import { readAll } from './reading.ts'
import { rehearse } from './rehearsal.ts'
import { rowOf } from './said.ts'
import { seal } from './seal.ts'

seal(globalThis)

const jobs = new Map<number, AbortController>()
let library: Library = openLibrary()
let inputs: readonly ExportInput[] = []
let sample = false
let opened: Opened = { names: [], sample: false, reading: {} }

let pseudonyms = false

function naming(named: Library) {
  return { projects: named.projects(), register: named.register() }
}

const explain = openExplaining((message) => self.postMessage(message))

function post(message: Message): void {
  self.postMessage(message)
  explain(message)
}

async function open(job: number, options: ReadingOptions, signal: AbortSignal): Promise<void> {
  opened = {
    names: inputs.map(({ name }) => name),
    sample,
    reading: options,
  }
  const reading = openLibrary()
  reading.directory.usePseudonyms(pseudonyms)
  const outbox = openOutbox(job, { post, library: reading, now: () => performance.now() })
  library = reading
  try {
    await readAll(inputs, formatsFor(options), reading, outbox, signal)
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
      inputs = await inputsOf(request.handed)
      sample = false
      return open(job, {}, signal)
    case 'open-sample':
      inputs = [sampleInput(request.sample)]
      sample = true
      return open(job, sampleOptions, signal)
    case 'read-again':
      return open(job, request.options, signal)
    case 'page': {
      const document = library.document(request.document)
      if (document === undefined) return
      const { spot, document: index } = request
      const row = spot === undefined ? request.row : rowOf(document, spot)
      const place = { index, row, directory: library.directory }
      return post({ job, type: 'page', page: pageOf(document, place) })
    }
    case 'pseudonyms': {
      pseudonyms = request.wanted
      library.directory.usePseudonyms(pseudonyms)
      return post({ job, type: 'renamed', ...naming(library) })
    }
    case 'compare': {
      const comparison = await compareCopies(request, { library, signal })
      return post({ job, type: 'compared', comparison })
    }
    case 'beside':
      return post({ job, type: 'beside', beside: besideOf(request, library) })
    case 'plan': {
      const { choice, tryOptions } = request
      const plans = rehearse(choice, tryOptions, { library, opened, signal })
      for await (const plan of plans) post({ job, type: 'planned', plan })
      return
    }
    case 'convert': {
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
  if (request.type === 'cancel') {
    jobs.get(request.job)?.abort()
    return
  }
  const controller = new AbortController()
  jobs.set(request.job, controller)
  try {
    await answer(request, controller.signal)
  } catch (error) {
    const { job } = request
    if (controller.signal.aborted) post({ job, type: 'cancelled' })
    else post({ job, type: 'failed', diagnostic: diagnosticOf(error) })
  } finally {
    jobs.delete(request.job)
  }
}

self.addEventListener('message', (event: MessageEvent<Request>) => void run(event.data))
post({ type: 'ready', catalog: catalogView() })
fetchLater()
