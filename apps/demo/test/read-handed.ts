import type { Diagnostic } from '@labelport/format'
import type { DocumentEntry, Handed, Message } from '../src/protocol.ts'
import { openCrew } from '../src/worker/crew.ts'
import { type Library, openLibrary } from '../src/worker/library.ts'
import { openOutbox } from '../src/worker/outbox.ts'
import { readAll } from '../src/worker/reading.ts'
import { serveReader } from '../src/worker/serve-reader.ts'

/** Who reads, and in which pieces. */
export interface HandedOptions {
  readonly workers?: number
  /** In bytes. */
  readonly rangeSize?: number
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
  const crew = openCrew((count) => {
    for (let number = 0; number < count; number += 1) {
      const { port1, port2 } = new MessageChannel()
      ports.push(port1, port2)
      serveReader(port1)
      crew.join(number, port2)
    }
  })
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
  return { library, entries, diagnostics, close: () => ports.forEach((port) => port.close()) }
}
