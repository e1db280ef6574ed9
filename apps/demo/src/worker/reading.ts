import { FormatError, limitReports } from '@labelport/format'
import type { Crew } from './crew.ts'
import { openInOrder } from './in-order.ts'
import type { Library } from './library.ts'
import type { ReadingOrder } from './open-ranges.ts'
import type { Outbox } from './outbox.ts'
import type { Reader } from './reader.ts'
import { helpersFor, type Staff } from './staffing.ts'

/** Where documents go, and who reads them. */
export interface ReadingPlace {
  readonly crew: Crew
  readonly library: Library
  readonly outbox: Outbox
  readonly staff: Staff
}

/** Reads everything that was handed in into the library, in the order of the export, whoever reads it. */
export async function readAll(
  order: ReadingOrder,
  { crew, library, outbox, staff }: ReadingPlace,
  signal: AbortSignal,
): Promise<void> {
  const { report, close } = limitReports(outbox.report, 100)
  const opening = await crew.own.open(order, signal)
  opening.diagnostics.forEach(report)
  crew.need(helpersFor(opening.ranges, staff))
  const inOrder = openInOrder({
    report,
    found: ({ cards, from }, reader) => {
      for (const [offset, card] of cards.entries())
        outbox.found(library.add(card, reader, from + offset))
    },
  })
  const { files: filesTotal } = opening
  let filesDone = 0
  let stopMeeting = (): void => {}
  let left = opening.ranges.length
  const ranges = opening.ranges.keys()
  const readRanges = async (reader: Reader): Promise<void> => {
    for (const range of ranges) {
      await reader.read(range, (news) => {
        if (signal.aborted) return
        filesDone += news.filesMore
        outbox.progress({ filesDone, filesTotal, path: news.path })
        inOrder.tell(range, reader, news)
      })
      signal.throwIfAborted()
      inOrder.done(range)
      left -= 1
    }
  }
  const help = async (reader: Reader): Promise<void> => {
    if (!(await isOpened(reader, order, signal))) return
    // While one range is read the next one waits at the other end.
    await Promise.all([readRanges(reader), readRanges(reader)])
  }
  await new Promise<void>((resolve, reject) => {
    const settle = (work: Promise<void>): void =>
      void work.then(() => {
        if (left === 0) resolve()
      }, reject)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    if (left > 0) stopMeeting = crew.meet((reader) => settle(help(reader)))
    settle(readRanges(crew.own))
  }).finally(() => stopMeeting())
  close()
}

/** Whether a reader that was hired is ready. One that ended before it was given anything is not missed. */
async function isOpened(
  reader: Reader,
  order: ReadingOrder,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await reader.open(order, signal)
    return true
  } catch (error) {
    if (FormatError.is(error) && error.diagnostic.code === 'engine/worker-ended') return false
    throw error
  }
}
