import { join } from 'node:path'
import type { Client } from '@labelport/client'
import { safeName } from '@labelport/format'
import type { SyncJob, SyncOutcome } from '@labelport/sync-queue'
import { exportFile, stateFileOf } from '../export-file.ts'
import { tellNews } from '../export-news.ts'
import type { Session } from '../session.ts'
import type { SyncRecord } from './record.ts'

/** What all projects of a run share. */
export interface Run {
  readonly client: Client
  readonly session: Session
  readonly record: SyncRecord
  readonly folder: string
}

/** Brings a project here. Throws only when the run is stopped. */
export async function bring(job: SyncJob, run: Run): Promise<SyncOutcome> {
  const { client, session, record, folder } = run
  const { projectId: id, name, status, updatedAt, format, fileTransformerId } = job
  // Readable and, by the id, unlike that of any other project.
  const what = [name, id, format.toLowerCase(), fileTransformerId].filter(Boolean)
  const stem = safeName(what.join('-'))
  const file = record.get(job)?.file ?? record.claim(stem)
  const subject = { type: 'project', id } as const
  const order = { subject, format, fileTransformerId, path: join(folder, file) }
  try {
    const label = session.safe(name)
    const news = tellNews({
      ...session,
      note: (line) => session.note(`${label}: ${line}`),
    })
    forgetUnanswered(order.path)
    const { bytes, exportId } = await exportFile(client, order, session, news)
    record.put(job, { name, status, updatedAt, file, bytes, exportId })
    return { type: 'brought', file, bytes }
  } catch (error) {
    session.signal.throwIfAborted()
    const reason = error instanceof Error ? error.message : String(error)
    session.note(session.safe(`${name}: ${reason}`))
    return { type: 'failed', reason }
  }
}

/**
 * A run that was killed between asking and the answer knows no export to go on with. Asking again costs the
 * server a job and nobody anything else.
 */
function forgetUnanswered(path: string): void {
  const state = stateFileOf(path)
  if (state.unfinished()?.type === 'requesting') state.remove()
}
