import { diagnosticsOf, openSummary, type Summary } from '@labelport/dataset'
import { joined } from '@labelport/format'
import { bytesOfSource, jobsOf } from '../convert/shard-flags.ts'
import type { Session } from '../session.ts'
import type { InspectFlags } from './inspect-flags.ts'
import type { OpenRanges, RangeSummary } from './open-ranges.ts'

/** Counts what is in the files, on several threads where that pays, and tells what was met. */
export async function summarizeInput(
  session: Session,
  { input, ranges, summarize }: OpenRanges,
  flags: InspectFlags,
  operands: readonly string[],
): Promise<Summary> {
  const files = joined(ranges)
  const jobs = Math.min(jobsOf(flags, bytesOfSource(files)), ranges.length)
  let done = 0
  const progress = (filesMore: number, path: string): void => {
    done += filesMore
    session.progress.reading(done, files.length, path)
  }
  const found: RangeSummary[] = []
  if (jobs > 1 && session.worker !== undefined) {
    const { summarizeOnThreads } = await import('./range-thread.ts')
    const { directories = [] } = input.found
    const order = { flags, operands, directories, jobs, count: ranges.length }
    found.push(...(await summarizeOnThreads(session, session.worker, order, progress)))
  } else {
    for (const index of ranges.keys()) found.push(await summarize(index, progress))
  }
  for (const diagnostic of diagnosticsOf(found)) session.report(diagnostic)
  const tally = openSummary()
  for (const { part } of found) tally.join(part)
  return tally.summary()
}
