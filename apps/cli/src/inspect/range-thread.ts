import type { ZipDirectory } from '@labelport/archive'
import { openWorkerPool, type TaskHandler } from '@labelport/node'
import type { Session } from '../session.ts'
import {
  openThreadSession,
  type ThreadSurroundings,
  threadSurroundings,
} from '../thread/thread-session.ts'
import type { InspectFlags } from './inspect-flags.ts'
import { openRanges, type RangeSummary } from './open-ranges.ts'

/** What the threads of an inspection are started with. */
export interface RangeOrder {
  readonly type: 'ranges'
  readonly flags: InspectFlags
  readonly operands: readonly string[]
  readonly directories: readonly ZipDirectory[]
  readonly surroundings: ThreadSurroundings
}

/** What a thread sends while it reads. */
interface RangeNews {
  readonly filesMore: number
  readonly path: string
}

/** Opens the inputs on this thread; tasks are numbers of ranges. */
export async function openRangeThread({
  flags,
  operands,
  directories,
  surroundings,
}: RangeOrder): Promise<TaskHandler<number, RangeNews, RangeSummary>> {
  const { summarize } = await openRanges(
    openThreadSession(surroundings),
    flags,
    operands,
    directories,
  )
  return (index, send) => summarize(index, (filesMore, path) => send({ filesMore, path }))
}

/** Counts all ranges on threads of their own. */
export async function summarizeOnThreads(
  session: Session,
  program: URL,
  { jobs, count, ...order }: Omit<RangeOrder, 'type' | 'surroundings'> & ThreadWork,
  progress: (filesMore: number, path: string) => void,
): Promise<readonly RangeSummary[]> {
  const { signal } = session
  const data: RangeOrder = { ...order, type: 'ranges', surroundings: threadSurroundings(session) }
  const pool = openWorkerPool<number, RangeNews, RangeSummary>({
    program,
    size: jobs,
    data,
    signal,
  })
  try {
    const indices = Array.from({ length: count }, (_, index) => index)
    return await Promise.all(
      indices.map((index) => pool.run(index, (news) => progress(news.filesMore, news.path))),
    )
  } finally {
    await pool.close()
  }
}

/** How many threads there are for how many ranges. */
export interface ThreadWork {
  readonly jobs: number
  readonly count: number
}
