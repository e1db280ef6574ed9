import type { Diagnostic } from '@labelport/format'
import type { DocumentEntry, Handed, Message } from '../src/protocol.ts'
import { openCrew } from '../src/worker/crew.ts'
import { type Library, openLibrary } from '../src/worker/library.ts'
import { openOutbox } from '../src/worker/outbox.ts'
import { openReader, type Reader } from '../src/worker/reader.ts'
import { readAll } from '../src/worker/reading.ts'
import { serveReader } from '../src/worker/serve-reader.ts'

/** Who reads, and in which pieces. */
export interface HandedOptions {
  readonly workers?: number
  /** In bytes. */
  readonly rangeSize?: number
}

/** A reader that lets others read between its ranges, as one with a thread of its own would. */
export function politeReader(): Reader {
  const reader = openReader()
  return {
    ...reader,
    async read(range, tell) {
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve))
      await reader.read(range, tell)
    },
  }
}

/** What the page knows of an export once it is read. */
export interface ReadHanded {
  readonly library: Library
  readonly entries: readonly DocumentEntry[]
  readonly diagnostics: readonly Diagnostic[]
  /** Lets the readers go. */
  close(): void
}

/** Reads as the page does, through the worker's own parts; what others read crosses a real channel. */
export async function readHanded(
  handed: readonly Handed[],
  { workers = 1, rangeSize = 4 * 2 ** 20 }: HandedOptions = {},
): Promise<ReadHanded> {
  const ports: MessagePort[] = []
  const hire = (count: number): void => {
    for (let number = 0; number < count; number += 1) {
      const { port1, port2 } = new MessageChannel()
      ports.push(port1, port2)
      serveReader(port1)
      crew.join(number, port2)
    }
  }
  const lost = (): void => {
    throw new Error('A reader has ended.')
  }
  const crew = openCrew({ hire, lost, own: politeReader() })
  const library = openLibrary()
  const entries: DocumentEntry[] = []
  const diagnostics: Diagnostic[] = []
  const post = (message: Message): void => {
    if (message.type === 'found') entries.push(...message.documents)
    if (message.type === 'diagnostics') diagnostics.push(...message.diagnostics)
  }
  const outbox = openOutbox(1, { library, now: () => 0, post })
  const order = { source: { type: 'handed', handed }, options: {}, rangeSize } as const
  const place = { crew, library, outbox, staff: { cores: 1, wanted: workers } }
  await readAll(order, place, new AbortController().signal)
  outbox.flush()
  const close = (): void => {
    crew.need(0)
    for (const port of ports) port.close()
  }
  return { library, entries, diagnostics, close }
}
