import type { ZipDirectory } from '@labelport/archive'
import type { Diagnostic } from '@labelport/format'
import { openWorkerPool, type TaskHandler } from '@labelport/node'
import { chooseDestination } from '../choose.ts'
import { openInput } from '../input.ts'
import { openLibrary } from '../library.ts'
import type { Session } from '../session.ts'
import {
  openThreadSession,
  type ThreadSurroundings,
  threadSurroundings,
} from '../thread/thread-session.ts'
import type { PlanFlags } from './plan-flags.ts'
import { type Rehearsals, rehearse } from './rehearse.ts'

/** What the threads of a plan are started with. */
export interface PlanOrder {
  readonly type: 'plans'
  readonly flags: PlanFlags
  readonly operands: readonly string[]
  readonly directories: readonly ZipDirectory[]
  readonly surroundings: ThreadSurroundings
}

/** What one thread found out. Plain JSON. */
export interface ThreadRehearsals {
  readonly rehearsals: Rehearsals
  readonly diagnostics: readonly Diagnostic[]
}

/** Opens the inputs on this thread; tasks are ids of formats to rehearse together. */
export async function openPlanThread({
  flags,
  operands,
  directories,
  surroundings,
}: PlanOrder): Promise<TaskHandler<readonly string[], never, ThreadRehearsals>> {
  const silent = openThreadSession(surroundings)
  const library = await openLibrary(silent, flags.plugin)
  const input = await openInput(silent, library, operands, flags, directories)
  return async (ids) => {
    const diagnostics: Diagnostic[] = []
    const session = {
      ...silent,
      report: (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic),
    }
    const destinations = await Promise.all(ids.map((id) => chooseDestination(library, id)))
    return { rehearsals: await rehearse(session, input, flags, destinations), diagnostics }
  }
}

/** Rehearses groups of formats, each on a thread of its own. */
export async function rehearseOnThreads(
  session: Session,
  program: URL,
  groups: readonly (readonly string[])[],
  order: Omit<PlanOrder, 'type' | 'surroundings'>,
): Promise<readonly ThreadRehearsals[]> {
  const { signal } = session
  const data: PlanOrder = { ...order, type: 'plans', surroundings: threadSurroundings(session) }
  const pool = openWorkerPool<readonly string[], never, ThreadRehearsals>({
    ...{ program, data, signal },
    size: groups.length,
  })
  try {
    return await Promise.all(groups.map((ids) => pool.run(ids, () => {})))
  } finally {
    await pool.close()
  }
}
