import { resolve } from 'node:path'
import type { SyncJob, SyncOutcome } from '@labelport/sync-queue'
import { defineCommand } from '../command.ts'
import { askAgainFlag, connect, connectionAbout, connectionFlags } from '../connect.ts'
import { baseUrlOf } from '../credentials.ts'
import { UsageError } from '../exit.ts'
import { contentFlags } from '../export-file.ts'
import { filterFlags, filterOf } from '../project-filter.ts'
import type { Session } from '../session.ts'
import { bring } from '../sync/bring.ts'
import { openAlone, openShared, queueNameOf } from '../sync/folder.ts'
import { limitOf, queueFlags, queueOpener } from '../sync/open-queue.ts'
import { addJobs, isCurrent } from '../sync/plan.ts'
import { type RobosaurState, readRobosaurState } from '../sync/robosaur-state.ts'
import { type SyncRow, summarize } from '../sync/summary.ts'
import { type Work, workThrough } from '../sync/work.ts'
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
  examples: [
    'labelport sync --team 42 --status COMPLETE --out exports',
    'labelport sync --out exports --queue @labelport/sync-queue-bullmq',
  ],
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
    const openQueue = await queueOpener(session, flags.queue)
    const folder = resolve(session.cwd, out)
    const shared = flags.queue !== undefined
    const place = shared ? await openShared(folder) : openAlone(folder)
    const { record } = place
    const rows: SyncRow[] = []
    const tell = (row: SyncRow): void => {
      rows.push(row)
      session.progress.show(`${counted(rows.length, 'project')} done.`)
    }
    const note = (name: string, text: string): void =>
      session.note(`${session.safe(name)}: ${text}`)
    try {
      const { host } = new URL(baseUrlOf(session))
      const name = ['labelport-sync', host, ...(shared ? [await queueNameOf(folder)] : [])].join(
        ' ',
      )
      const queue = await openQueue({ name, ...limit })
      const plan = addJobs(
        {
          projects: client.getProjects(filter, session.signal),
          ...{ content, record, robosaur, folder, force },
          onUnchanged: ({ id, name }, why) => tell({ id, name, type: 'unchanged', ...why }),
        },
        queue,
      )
      const run = { client, session, record, folder }
      const work: Work = {
        queue,
        signal: session.signal,
        find(job) {
          if (shared) record.refresh()
          const known = record.get(job)
          if (known === undefined || known.exportId === job.replaces) return undefined
          const { file, bytes } = known
          return isCurrent(known, job, folder) ? { type: 'brought', file, bytes } : undefined
        },
        bring: (taken, signal) => bring(taken, run, signal),
        onOutcome: ({ projectId: id, name }: SyncJob, outcome: SyncOutcome) =>
          tell({ id, name, ...outcome }),
        onFound({ job: { projectId: id, name }, attempt }, outcome) {
          // Whoever brought it in an attempt before could not tell.
          if (attempt > 1) tell({ id, name, ...outcome })
          else tell({ id, name, type: 'unchanged', file: outcome.file })
        },
        onAgain: ({ name }) => note(name, 'It is tried again later.'),
        onLost: ({ name }) => note(name, 'The queue was out of reach; another worker may have it.'),
      }
      // All come to their end before the folder is given back, also when one of them is stopped.
      const workers = Array.from({ length: parallel }, () => workThrough(work))
      const ends = await Promise.allSettled([plan, ...workers])
      await queue.close()
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    } finally {
      await place.close()
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
