import { FormatError, type Source } from '@labelport/format'
import { contextOf, fixturePromise } from '../reading.ts'
import type { Fixture, Subject } from '../subject.ts'

/** How many chunks a reader may still take after it was told to stop. */
const grace = 8

/** More chunks than any reader that heard the signal asks for. */
const endless = 2000

/** Promise 7. */
export const abort = fixturePromise(
  'stops when the signal is aborted, and lets the file go',
  async (fixture, subject) => {
    if (fixture.damaged || fixture.bytes.length === 0) return []
    return [
      ...(await stopFaults(fixture, subject, 0)),
      ...(await stopFaults(fixture, subject, Math.min(3, fixture.bytes.length))),
    ]
  },
)

/** Feeds the fixture and then its bytes again and again; aborts after a number of chunks. */
async function stopFaults(fixture: Fixture, subject: Subject, after: number): Promise<string[]> {
  const { reader } = subject.format
  if (reader === undefined) return []
  const controller = new AbortController()
  const reason = new Error('stopped by the kit')
  const size = Math.max(1, Math.ceil(fixture.bytes.length / 16))
  let chunks = 0
  let cancelled = false
  const source: Source = {
    path: fixture.path,
    open: () =>
      new ReadableStream<Uint8Array>(
        {
          pull(stream) {
            if (chunks >= endless) return stream.close()
            const at = (chunks * size) % fixture.bytes.length
            stream.enqueue(fixture.bytes.slice(at, at + size))
            chunks += 1
            if (chunks === after) controller.abort(reason)
          },
          cancel() {
            cancelled = true
          },
        },
        { highWaterMark: 0 },
      ),
  }
  if (after === 0) controller.abort(reason)
  const when = after === 0 ? 'aborted before reading' : `aborted after ${after} chunks`
  const context = { ...contextOf(subject, fixture), signal: controller.signal, report: () => {} }
  let thrown: unknown
  try {
    for await (const _ of reader.read(source, context)) {
      // Documents that were complete before the signal came may still arrive.
    }
  } catch (error) {
    thrown = error
  }
  // Damage may be found before the signal is looked at; then reading has stopped as well.
  if (thrown !== reason && !(FormatError.is(thrown) && chunks > 0)) {
    return [`${when}, it does not throw the signal's reason (${chunks} chunks taken).`]
  }
  if (chunks > after + grace) return [`${when}, it takes ${chunks - after} more chunks.`]
  if (chunks > 0 && !cancelled) return [`${when}, it does not cancel the stream.`]
  return []
}
