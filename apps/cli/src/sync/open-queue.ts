import { systemClock } from '@labelport/client'
import {
  type OpenSyncQueue,
  openMemoryQueue,
  type QueueOptions,
  type SyncQueue,
} from '@labelport/sync-queue'
import type { Flags } from '../command.ts'
import { Failure, UsageError } from '../exit.ts'
import { locateModule } from '../locate-module.ts'
import type { Session } from '../session.ts'

/** The flags that say where the work of a sync waits. */
export const queueFlags = {
  rate: {
    type: 'value',
    value: '<n/unit>',
    help: 'how many exports may begin in a span of time: 5/s, 30/min, 200/h',
  },
  queue: {
    type: 'value',
    value: '<path or package>',
    help: 'a module with a queue that machines share; without it, the work waits in this process. It runs with all your rights',
  },
} as const satisfies Flags

const units = { s: 1_000, min: 60_000, h: 3_600_000 } as const

/** The limit a rate asks for. Throws UsageError. */
export function limitOf(rate: string | undefined): Pick<QueueOptions, 'limit'> {
  if (rate === undefined) return {}
  const [, jobs, unit] = /^([1-9]\d{0,5})\/(s|min|h)$/.exec(rate) ?? []
  if (jobs !== undefined && (unit === 's' || unit === 'min' || unit === 'h')) {
    return { limit: { jobs: Number(jobs), perMs: units[unit] } }
  }
  throw new UsageError(`--rate is "${rate}"; expected a number, a slash and s, min or h.`)
}

/**
 * The opener of a module's queue, or of one in this process when none is named. Throws Failure when there is no such
 * module or it has no queue.
 */
export async function queueOpener(
  { cwd, env }: Session,
  module: string | undefined,
): Promise<(about: Pick<QueueOptions, 'name' | 'limit'>) => Promise<SyncQueue>> {
  const open = module === undefined ? openMemoryQueue : await openerOf(module, cwd)
  return async (about) => {
    try {
      return await open({ ...about, clock: systemClock, env })
    } catch (error) {
      // Of servers and settings, which are none of our faults.
      throw new Failure(error instanceof Error ? error.message : String(error))
    }
  }
}

async function openerOf(module: string, cwd: string): Promise<OpenSyncQueue> {
  const url = locateModule(module, cwd)
  if (url === undefined) {
    throw new Failure(`There is no file and no installed package "${module}" to load a queue from.`)
  }
  const exported: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ url)
  const { openSyncQueue } = exported
  if (isOpener(openSyncQueue)) return openSyncQueue
  const names = Object.keys(exported).join(', ') || 'nothing'
  throw new Failure(
    `The module "${module}" exports no function openSyncQueue; it exports: ${names}.`,
  )
}

/** What a function makes cannot be told before it is called. */
function isOpener(value: unknown): value is OpenSyncQueue {
  return typeof value === 'function'
}
