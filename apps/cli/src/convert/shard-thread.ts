import type { ZipDirectory } from '@labelport/archive'
import type { PlainLabels, ShardPrints, ShardRecord, ShardSurvey } from '@labelport/dataset'
import type { Part } from '@labelport/format'
import { openWorkerPool, partBatches, type TaskHandler } from '@labelport/node'
import type { Session } from '../session.ts'
import {
  openThreadSession,
  type ThreadSurroundings,
  threadSurroundings,
} from '../thread/thread-session.ts'
import { openSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { type OpenShards, openShards, type ShardSettings } from './open-shards.ts'
import type { ShardListener, ShardRunner } from './shard-listener.ts'

/** What the threads of a conversion are started with. */
export interface ShardOrderData extends ShardSettings {
  readonly type: 'shards'
  readonly flags: ConvertFlags
  readonly operands: readonly string[]
  readonly directories: readonly ZipDirectory[]
  readonly surroundings: ThreadSurroundings
}

/** What a thread sends while it writes a shard. */
type ShardNews =
  | { readonly type: 'part'; readonly part: Part }
  | { readonly type: 'progress'; readonly filesMore: number; readonly path: string }

/** What a thread is asked to do. */
interface ShardTask {
  readonly type: 'write' | 'survey' | 'compare' | 'lookAt'
  readonly index: number
  readonly begun?: unknown
}

type ShardAnswer =
  | { readonly type: 'write'; readonly record: ShardRecord }
  | { readonly type: 'survey'; readonly labels: PlainLabels }
  | { readonly type: 'compare'; readonly prints: ShardPrints }
  | { readonly type: 'lookAt'; readonly survey: ShardSurvey }

/** Opens the inputs on this thread. */
export async function openShardThread({
  flags,
  operands,
  directories,
  surroundings,
  ...settings
}: ShardOrderData): Promise<TaskHandler<ShardTask, ShardNews, ShardAnswer>> {
  const session = openThreadSession(surroundings)
  const source = await openSource(session, flags, operands, directories)
  const shards = openShards(session, source, flags, settings, () => {})
  return shardTasks(shards)
}

/** Does what is asked of a thread. */
function shardTasks(shards: OpenShards): TaskHandler<ShardTask, ShardNews, ShardAnswer> {
  return async ({ type, index, begun }, send) => {
    const progress = throttled((filesMore, path) => send({ type: 'progress', filesMore, path }))
    if (type === 'survey') {
      const labels = await shards.survey(index, progress.tell)
      progress.flush()
      return { type, labels }
    }
    if (type === 'compare') {
      const prints = await shards.compare(index, progress.tell)
      progress.flush()
      return { type, prints }
    }
    if (type === 'lookAt') {
      const survey = await shards.lookAt(index, progress.tell)
      progress.flush()
      return { type, survey }
    }
    const batches = partBatches((part, transfer) => send({ type: 'part', part }, transfer))
    const listener = { part: batches.add, progress: progress.tell }
    const record = await shards.write(index, listener, begun)
    batches.flush()
    progress.flush()
    return { type, record }
  }
}

/** Up to so many threads this one is one of them; with more, putting together what they write keeps it busy. */
const mostWithOwn = 4

/** Writes shards on several threads; `shards` are the same, opened on this one. */
export function shardThreads(
  session: Session,
  program: URL,
  jobs: number,
  { shards, ...order }: Omit<ShardOrderData, 'type' | 'surroundings'> & { shards: OpenShards },
): ShardRunner {
  const { signal } = session
  const surroundings = threadSurroundings(session)
  const data: ShardOrderData = { ...order, type: 'shards', surroundings }
  const pool = openWorkerPool<ShardTask, ShardNews, ShardAnswer>({
    ...{ program, data, signal },
    ...(jobs <= mostWithOwn ? { size: jobs - 1, here: shardTasks(shards) } : { size: jobs }),
  })
  const ask = (
    type: Exclude<ShardTask['type'], 'write'>,
    index: number,
    progress: ShardListener['progress'],
  ): Promise<ShardAnswer> =>
    pool.run({ type, index }, (news) => {
      if (news.type === 'progress') progress(news.filesMore, news.path)
    })
  return {
    // When a thread is done, its next shard waits already; and this one has begun before the others are there.
    width: 2 * jobs - 1,
    ahead: 2 * jobs,
    async write(index, listener, begun) {
      const answer = await pool.run({ type: 'write', index, begun }, (news) => {
        if (news.type === 'part') void listener.part(news.part)
        else listener.progress(news.filesMore, news.path)
      })
      if (answer.type === 'write') return answer.record
      throw new RangeError('A thread answered another question.')
    },
    async survey(index, progress) {
      const answer = await ask('survey', index, progress)
      if (answer.type === 'survey') return answer.labels
      throw new RangeError('A thread answered another question.')
    },
    async compare(index, progress) {
      const answer = await ask('compare', index, progress)
      if (answer.type === 'compare') return answer.prints
      throw new RangeError('A thread answered another question.')
    },
    async lookAt(index, progress) {
      const answer = await ask('lookAt', index, progress)
      if (answer.type === 'lookAt') return answer.survey
      throw new RangeError('A thread answered another question.')
    },
    close: () => void pool.close(),
  }
}

/** Tells progress ten times a second at most. */
function throttled(tell: (filesMore: number, path: string) => void) {
  let last = performance.now()
  let waiting = { filesMore: 0, path: '' }
  const flush = (): void => {
    if (waiting.filesMore > 0) tell(waiting.filesMore, waiting.path)
    waiting = { filesMore: 0, path: '' }
    last = performance.now()
  }
  return {
    flush,
    tell(filesMore: number, path: string): void {
      waiting = { filesMore: waiting.filesMore + filesMore, path }
      if (performance.now() - last >= 100) flush()
    },
  }
}
