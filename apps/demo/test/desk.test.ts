import { describe, expect, it, onTestFinished } from 'vitest'
import type { Handed, Message, Request } from '../src/protocol.ts'
import { changed } from '../src/state/change.ts'
import { emptySession, type Session } from '../src/state/session.ts'
import { type Desk, openDesk } from '../src/worker/desk.ts'
import { serveReader } from '../src/worker/serve-reader.ts'
import { manyFiles } from './fixture-zip.ts'
import { politeReader } from './read-handed.ts'

const handed: readonly Handed[] = [
  {
    type: 'folder',
    name: 'garden',
    files: manyFiles(400).map(({ path, text }) => ({ path, blob: new Blob([text]) })),
  },
]

/** A desk whose readers come as soon as they are asked for, with everything it says. */
function setUp({ startReader = serveReader } = {}) {
  const told: Message[] = []
  const watchers = new Set<() => void>()
  let time = 0
  const ports = new Map<number, MessagePort>()
  onTestFinished(() => {
    for (const port of ports.values()) port.close()
  })
  const desk: Desk = openDesk(
    (message) => {
      told.push(message)
      for (const watch of watchers) watch()
      if (message.type !== 'hire') return
      for (let number = ports.size; number < message.count; number += 1) {
        const { port1, port2 } = new MessageChannel()
        ports.set(number, port1)
        startReader(port1)
        desk.take({ type: 'hired', number, port: port2 })
      }
    },
    // A minute passes whenever it looks at the clock, so that it says at once what it knows.
    { cores: 4, rangeSize: 20_000, own: politeReader(), now: () => (time += 60_000) },
  )
  /** Goes on with the message that makes it so, before anything else happens. */
  const when = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const watch = () => {
        if (!isSo()) return
        watchers.delete(watch)
        resolve()
      }
      watchers.add(watch)
      watch()
    })
  const until = async <T extends Message['type']>(type: T, count = 1) => {
    const those = () =>
      told.filter((one): one is Extract<Message, { type: T }> => one.type === type)
    await when(() => those().length >= count)
    return those()
  }
  /** Until a part of the export is read, of which every reader has read some. */
  const untilHalf = () => when(() => sessionAfter(told).documents.length >= 200)
  return { desk, told, ports, until, untilHalf }
}

/** What the page makes of it. */
function sessionAfter(told: readonly Message[]): Session {
  const opening = changed(emptySession, { type: 'opening', job: 1, name: 'garden' })
  return told.reduce((session, message) => changed(session, { type: 'message', message }), opening)
}

const open = { job: 1, type: 'open', handed, workers: 3 } as const satisfies Request

describe('a desk with readers', { timeout: 120_000 }, () => {
  it('hires none for what one reads as fast, and as many as the address says', async () => {
    const small = setUp()
    small.desk.take({ job: 1, type: 'open', handed })
    await small.until('opened')
    expect(await small.until('hire')).toEqual([{ type: 'hire', count: 0 }])
    const more = setUp()
    more.desk.take(open)
    await more.until('opened')
    expect(await more.until('hire')).toEqual([{ type: 'hire', count: 2 }])
    expect(sessionAfter(more.told)).toMatchObject({ status: 'open', diagnostics: [] })
    expect(sessionAfter(more.told).documents).toHaveLength(400)
    expect(sessionAfter(more.told).progress).toMatchObject({ filesDone: 400, filesTotal: 400 })
  })

  it('asks the reader that has it for a page, and sends nothing of a document before', async () => {
    const { desk, until } = setUp()
    desk.take(open)
    await until('opened')
    for (const index of [0, 133, 266, 399]) {
      desk.take({ job: 2 + index, type: 'page', document: index, row: 0 })
    }
    const pages = await until('page', 4)
    expect(pages.map(({ page }) => page.document).sort((a, b) => a - b)).toEqual([0, 133, 266, 399])
    for (const { page } of pages) expect(page.cells.length).toBeGreaterThan(3)
  })

  it('stops all of them when asked, and keeps what was read without a gap', async () => {
    const { desk, told, until, untilHalf } = setUp()
    desk.take(open)
    await untilHalf()
    desk.take({ job: 1, type: 'cancel' })
    await until('cancelled')
    const session = sessionAfter(told)
    expect(session.documents.length).toBeLessThan(400)
    expect(session.documents.map(({ index }) => index)).toEqual([...session.documents.keys()])
    expect(session.diagnostics.map(({ code }) => code)).toEqual(['engine/cancelled'])
  })

  it('shows nothing as complete when a reader ends that had read something, and says so', async () => {
    const { desk, told, until } = setUp()
    desk.take(open)
    await until('opened')
    desk.take({ type: 'ended', number: 1 })
    await until('lost')
    await until('explained')
    const session = sessionAfter(told)
    expect(session).toMatchObject({ status: 'empty', documents: [], projects: [] })
    expect(session.diagnostics.map(({ code }) => code)).toEqual(['engine/worker-ended'])
    expect(session.explanations).toHaveProperty('engine/worker-ended')
  })

  it('fails to read when a reader ends on the way', async () => {
    const { desk, told, until, untilHalf, ports } = setUp()
    desk.take(open)
    await untilHalf()
    for (const [number, port] of ports) {
      port.close()
      desk.take({ type: 'ended', number })
    }
    await until('lost')
    expect(sessionAfter(told)).toMatchObject({ status: 'empty', documents: [] })
    desk.take({ job: 2, type: 'open', handed, workers: 1 })
    await until('opened', 2)
  })

  it('reads everything itself where the others cannot start', async () => {
    const { desk, told, until } = setUp({ startReader: () => undefined })
    desk.take(open)
    await until('hire')
    for (const number of [0, 1]) desk.take({ type: 'ended', number })
    await until('opened')
    expect(sessionAfter(told)).toMatchObject({ status: 'open', diagnostics: [] })
    expect(sessionAfter(told).documents).toHaveLength(400)
  })
})
