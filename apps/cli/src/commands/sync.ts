import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ProjectSummary } from '@labelport/client'
import { defineCommand } from '../command.ts'
import { connect, connectionAbout, connectionFlags } from '../connect.ts'
import { exitCodes, UsageError } from '../exit.ts'
import { filterFlags, filterOf } from '../project-filter.ts'
import { bring, type Outcome } from '../sync/bring.ts'
import { takeLock } from '../sync/lock.ts'
import { openRecord } from '../sync/record.ts'
import { counted, table } from '../table.ts'

/** `labelport sync`: every project that fits, kept up to date in a folder. */
export const sync = defineCommand({
  name: 'sync',
  about: `Brings every project that fits into a folder, one checked zip each, and next time only those that changed. A project that fails does not stop the others. ${connectionAbout}`,
  flags: {
    out: { type: 'value', value: '<folder>', help: 'where the zips go' },
    format: {
      type: 'value',
      value: '<FORMAT>',
      default: 'DATASAUR_SCHEMA',
      help: "the platform's name of the format",
    },
    parallel: { type: 'value', value: '<number>', default: '2', help: 'exports at once' },
    force: { type: 'switch', help: 'also projects that did not change' },
    ...filterFlags,
    ...connectionFlags,
  },
  examples: ['labelport sync --team 42 --status COMPLETE --out exports'],
  async run({ flags }, session) {
    const { out, format, force } = flags
    if (out === undefined) throw new UsageError('sync needs --out <folder>.')
    const parallel = parallelOf(flags.parallel)
    const client = connect(session, flags, { parallel })
    const folder = resolve(session.cwd, out)
    mkdirSync(folder, { recursive: true })
    const lock = takeLock(join(folder, 'labelport-sync.lock'))
    const outcomes: { readonly project: ProjectSummary; readonly outcome: Outcome }[] = []
    try {
      const record = openRecord(join(folder, 'labelport-sync.json'))
      const run = { client, session, record, folder, format, force }
      const queue = client.getProjects(filterOf(flags), session.signal)[Symbol.asyncIterator]()
      const work = async (): Promise<void> => {
        for (let next = await queue.next(); !next.done; next = await queue.next()) {
          outcomes.push({ project: next.value, outcome: await bring(next.value, run) })
          session.progress.show(`${counted(outcomes.length, 'project')} done.`)
        }
      }
      // All come to their end before the lock is given back, also when one of them is stopped.
      const ends = await Promise.allSettled(Array.from({ length: parallel }, work))
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    } finally {
      lock.release()
    }
    outcomes.sort((a, b) => (a.project.id < b.project.id ? -1 : 1))
    const number = (type: Outcome['type']): number =>
      outcomes.filter(({ outcome }) => outcome.type === type).length
    const totals = {
      brought: number('brought'),
      unchanged: number('unchanged'),
      failed: number('failed'),
    }
    const projects = outcomes.map(({ project: { id, name }, outcome }) => ({
      id,
      name,
      ...outcome,
    }))
    session.result({ out, format, totals, projects }, () => {
      const rows = projects.map((one) =>
        [one.id, one.name, one.type, 'file' in one ? one.file : one.reason].map(session.safe),
      )
      const columns = ['id', 'project', 'what', 'file or reason'].map((title) => ({ title }))
      const sum = `${totals.brought} brought, ${totals.unchanged} unchanged, ${totals.failed} failed.`
      return rows.length === 0
        ? 'No project fits.\n'
        : `${table(columns, rows, session.width)}\n${sum}\n`
    })
    return totals.failed > 0 ? exitCodes.failed : exitCodes.done
  },
})

function parallelOf(text: string): number {
  const parallel = Number(text)
  if (Number.isInteger(parallel) && parallel >= 1 && parallel <= 16) return parallel
  throw new UsageError(`--parallel is "${text}"; expected a number from 1 to 16.`)
}
