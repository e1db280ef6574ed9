import { join } from 'node:path'
import type { Client } from '@labelport/client'
import { safeName } from '@labelport/format'
import type { SyncOutcome, TakenJob } from '@labelport/sync-queue'
import { type ExportedFile, exportFile, lockFileOf, stateFileOf } from '../export-file.ts'
import { tellNews } from '../export-news.ts'
import { dropForeignLock } from '../lock.ts'
import type { Session } from '../session.ts'
import type { SyncRecord } from './record.ts'

/** What all projects of a run share. */
export interface Run {
  readonly client: Client
  readonly session: Session
  readonly record: SyncRecord
  readonly folder: string
}

/** Brings a project here. Throws only when the signal is aborted. */
export async function bring(taken: TakenJob, run: Run, signal: AbortSignal): Promise<SyncOutcome> {
  const { client, session, record, folder } = run
  const { job, attempt } = taken
  const { projectId: id, name, status, updatedAt, format, fileTransformerId } = job
  // Readable and, by the id, unlike that of any other project.
  const what = [name, id, format.toLowerCase(), fileTransformerId].filter(Boolean)
  const { file, goesOn } = record.begin(job, safeName(what.join('-')))
  const path = join(folder, file)
  const subject = { type: 'project', id } as const
  const order = { subject, format, fileTransformerId, path, mayBeThere: goesOn }
  try {
    const label = session.safe(name)
    const news = tellNews({
      ...session,
      note: (line) => session.note(`${label}: ${line}`),
    })
    // The queue gave us the job, so whoever had it on another machine has ended.
    if (attempt > 1) dropForeignLock(lockFileOf(path))
    forget(path, goesOn)
    const { bytes } = await exportFile(client, order, { ...session, signal }, news, (exported) =>
      record.put(job, { name, status, updatedAt, file, ...pick(exported) }),
    )
    return { type: 'brought', file, bytes }
  } catch (error) {
    signal.throwIfAborted()
    const reason = error instanceof Error ? error.message : String(error)
    session.note(session.safe(`${name}: ${reason}`))
    return { type: 'failed', reason }
  }
}

function pick({ bytes, exportId }: ExportedFile): Pick<ExportedFile, 'bytes' | 'exportId'> {
  return { bytes, exportId }
}

/**
 * Forgets an export of what the project was before; nobody could tell its labels from those of now. A run that was
 * killed between asking and the answer knows no export to go on with either: asking again costs the server a job and
 * nobody anything else.
 */
function forget(path: string, goesOn: boolean): void {
  const state = stateFileOf(path)
  if (!goesOn || state.unfinished()?.type === 'requesting') state.remove()
}
