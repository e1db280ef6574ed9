import type { Message, Request, Staffing, ToReader } from '../protocol.ts'
import { catalogView } from './catalog.ts'
import { openDesk } from './desk.ts'
import { fetchLater } from './later.ts'
import { seal } from './seal.ts'
import { serveReader } from './serve-reader.ts'

seal(globalThis)

// One script for both, so that a worker that is hired needs no file the page does not have.
if (self.name === 'reader') {
  self.addEventListener('message', ({ data }: MessageEvent<ToReader>) => serveReader(data.port), {
    once: true,
  })
} else {
  const post = (message: Message): void => self.postMessage(message)
  const desk = openDesk(post, { cores: navigator.hardwareConcurrency })
  self.addEventListener('message', ({ data }: MessageEvent<Request | Staffing>) => desk.take(data))
  post({ type: 'ready', catalog: catalogView() })
  fetchLater()
}
