import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SyncJob, SyncOutcome } from '@labelport/sync-queue'
import { defineCommand } from '../command.ts'
import { askAgainFlag, connect, connectionAbout, connectionFlags } from '../connect.ts'
import { baseUrlOf } from '../credentials.ts'
import { UsageError } from '../exit.ts'
import { contentFlags } from '../export-file.ts'
import { takeLock } from '../lock.ts'
import { filterFlags, filterOf } from '../project-filter.ts'
import type { Session } from '../session.ts'
import { bring } from '../sync/bring.ts'
import { limitOf, openQueue, queueFlags } from '../sync/open-queue.ts'
import { addJobs } from '../sync/plan.ts'
import { openRecord } from '../sync/record.ts'
import { type RobosaurState, readRobosaurState } from '../sync/robosaur-state.ts'
import { type SyncRow, summarize } from '../sync/summary.ts'
import { workThrough } from '../sync/work.ts'
import { counted } from '../table.ts'

/** `labelport sync`: every project that fits, kept up to date in a folder. */
export const sync = defineCommand({
  name: 'sync',
  about: `Brings every project that fits into a folder, one checked zip each, and next time only those that changed. A project that fails does not stop the others. ${connectionAbout}`,
  flags: {
    out: { type: 'value', value: '<folder>', help: 'where the zips go' },
    ...contentFlags,
    ...queueFlags,
    parallel: { type: 'value', value: '<number>', default: '2', help: 'exports at once' },
    'robosaur-state': {
      type: 'value',
      value: '<file>',
      help: 'a state file of Robosaur: only its projects, and those it has exported only when their status moves on',
    },
    force: { type: 'switch', help: 'also projects that did not change' },
    ...filterFlags,
    ...askAgainFlag,
    ...connectionFlags,
  },
  examples: ['labelport sync --team 42 --status COMPLETE --out exports'],
  async run({ flags }, session) {
    const { out, format, force } = flags
    if (out === undefined) throw new UsageError('sync needs --out <folder>.')
    const parallel = parallelOf(flags.parallel)
    const limit = limitOf(flags.rate)
    const filter = filterOf(flags)
    const fileTransformerId = flags['file-transformer']
    const content = { format, ...(fileTransformerId === undefined ? {} : { fileTransformerId }) }
    const robosaur = robosaurStateOf(flags['robosaur-state'], filter.teamId, session)
    const client = connect(session, flags, { parallel, askAgain: flags['ask-again'] })
    const name = `labelport-sync ${new URL(baseUrlOf(session)).host}`
    const folder = resolve(session.cwd, out)
    mkdirSync(folder, { recursive: true })
    const lock = takeLock(join(folder, 'labelport-sync.lock'))
    const rows: SyncRow[] = []
    const tell = (row: SyncRow): void => {
      rows.push(row)
      session.progress.show(`${counted(rows.length, 'project')} done.`)
    }
    try {
      const record = openRecord(join(folder, 'labelport-sync.json'))
      const queue = await openQueue(session, flags.queue, { name, ...limit })
      const plan = addJobs(
        {
          projects: client.getProjects(filter, session.signal),
          ...{ content, record, robosaur, folder, force },
          onUnchanged: ({ id, name }, why) => tell({ id, name, type: 'unchanged', ...why }),
        },
        queue,
      )
      const work = {
        queue,
        signal: session.signal,
        bring: (job: SyncJob) => bring(job, { client, session, record, folder }),
        onOutcome: ({ projectId: id, name }: SyncJob, outcome: SyncOutcome) =>
          tell({ id, name, ...outcome }),
      }
      // All come to their end before the lock is given back, also when one of them is stopped.
      const workers = Array.from({ length: parallel }, () => workThrough(work))
      const ends = await Promise.allSettled([plan, ...workers])
      await queue.close()
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    } finally {
      lock.release()
    }
    return summarize(rows, { out, format }, session)
  },
})

/** Undefined when no file was named, or when there is none yet. */
function robosaurStateOf(
  file: string | undefined,
  team: string | undefined,
  session: Session,
): RobosaurState | undefined {
  if (file === undefined) return undefined
  const state = readRobosaurState(resolve(session.cwd, file), file, team)
  if (state === undefined) {
    session.note(session.safe(`"${file}" does not exist; every project that fits is looked at.`))
  }
  return state
}

function parallelOf(text: string): number {
  const parallel = Number(text)
  if (Number.isInteger(parallel) && parallel >= 1 && parallel <= 16) return parallel
  throw new UsageError(`--parallel is "${text}"; expected a number from 1 to 16.`)
}
