import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectSummary } from '@labelport/client'
import type { SyncContent, SyncJob, SyncQueue } from '@labelport/sync-queue'
import type { SyncedProject, SyncRecord } from './record.ts'
import type { RobosaurState } from './robosaur-state.ts'

/** What decides which projects are brought. */
export interface Plan {
  readonly projects: AsyncIterable<ProjectSummary>
  readonly content: SyncContent
  readonly record: SyncRecord
  /** What Robosaur has done so far. Absent means that it was never here. */
  readonly robosaur: RobosaurState | undefined
  readonly folder: string
  /** Brings projects also when nothing changed. */
  readonly force: boolean
  /** Hears of every project that is left alone. */
  onUnchanged(project: ProjectSummary, why: Unchanged): void
}

/** Why a project is left alone: its file is here, or somebody else has brought it. */
export type Unchanged = { readonly file: string } | { readonly reason: string }

/** Adds every project that is to be brought to the queue, and then says that there are no more. */
export async function addJobs(
  { projects, content, record, robosaur, folder, force, onUnchanged }: Plan,
  queue: SyncQueue,
): Promise<void> {
  try {
    for await (const project of projects) {
      if (robosaur?.has(project) === false) continue
      const job = jobOf(project, content)
      const known = record.get(job)
      if (force) await queue.add(known === undefined ? job : { ...job, replaces: known.exportId })
      else if (known !== undefined && isCurrent(known, project, folder)) {
        onUnchanged(project, { file: known.file })
      } else if (known === undefined && robosaur?.isExported(project)) {
        onUnchanged(project, { reason: 'Robosaur has exported it.' })
      } else await queue.add(job)
    }
  } finally {
    // Also after a list that broke off: what was added is brought.
    await queue.end()
  }
}

function jobOf({ id, name, status, updatedAt }: ProjectSummary, content: SyncContent): SyncJob {
  return { projectId: id, ...content, name, status, updatedAt }
}

/** The server tells changes by date and status; the file must still be the one that was brought. */
export function isCurrent(
  known: SyncedProject,
  { status, updatedAt }: Pick<ProjectSummary, 'status' | 'updatedAt'>,
  folder: string,
): boolean {
  if (known.status !== status || known.updatedAt !== updatedAt) return false
  return statSync(join(folder, known.file), { throwIfNoEntry: false })?.size === known.bytes
}
