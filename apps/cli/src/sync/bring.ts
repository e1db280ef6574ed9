import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Client, ProjectSummary } from '@labelport/client'
import { safeName } from '@labelport/format'
import { exportFile, stateFileOf } from '../export-file.ts'
import { tellNews } from '../export-news.ts'
import type { Session } from '../session.ts'
import type { SyncedProject, SyncRecord } from './record.ts'

/** What became of one project. */
export type Outcome =
  | { readonly type: 'brought'; readonly file: string; readonly bytes: number }
  | { readonly type: 'unchanged'; readonly file: string }
  | { readonly type: 'failed'; readonly reason: string }

/** What all projects of a run share. */
export interface Run {
  readonly client: Client
  readonly session: Session
  readonly record: SyncRecord
  readonly folder: string
  readonly format: string
  /** Brings projects also when nothing changed. */
  readonly force: boolean
}

/** Brings a project here unless nothing changed. Throws only when the run is stopped. */
export async function bring(project: ProjectSummary, run: Run): Promise<Outcome> {
  const { client, session, record, folder, format } = run
  const { id, name, status, updatedAt } = project
  const known = record.get(id, format)
  if (known !== undefined && !run.force && isCurrent(known, project, folder)) {
    return { type: 'unchanged', file: known.file }
  }
  const file = known?.file ?? fileNameOf(project, format, record)
  const subject = { type: 'project', id } as const
  const order = { subject, format, path: join(folder, file) }
  try {
    const label = session.safe(name)
    const news = tellNews({
      ...session,
      note: (line) => session.note(`${label}: ${line}`),
    })
    forgetUnanswered(order.path)
    const { bytes, exportId } = await exportFile(client, order, session, news)
    record.put(id, format, { name, status, updatedAt, file, bytes, exportId })
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

/** The server tells changes by date and status; the file must still be the one that was brought. */
function isCurrent(
  known: SyncedProject,
  { status, updatedAt }: ProjectSummary,
  folder: string,
): boolean {
  if (known.status !== status || known.updatedAt !== updatedAt) return false
  return statSync(join(folder, known.file), { throwIfNoEntry: false })?.size === known.bytes
}

/** Readable and, by the id, unlike that of any other project; ids differing in case get a number. */
function fileNameOf({ id, name }: ProjectSummary, format: string, record: SyncRecord): string {
  const taken = new Set(Array.from(record.files(), (file) => file.toLowerCase()))
  const stem = safeName(`${name}-${id}-${format.toLowerCase()}`)
  let file = `${stem}.zip`
  for (let count = 2; taken.has(file.toLowerCase()); count += 1) file = `${stem} (${count}).zip`
  return file
}
