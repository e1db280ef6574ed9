import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ProjectSummary } from '@labelport/client'
import type { SyncJob, SyncQueue } from '@labelport/sync-queue'
import type { SyncedProject, SyncRecord } from './record.ts'

/** What decides which projects are brought. */
export interface Plan {
  readonly projects: AsyncIterable<ProjectSummary>
  readonly format: string
  readonly record: SyncRecord
  readonly folder: string
  /** Brings projects also when nothing changed. */
  readonly force: boolean
  /** Hears of every project that is left alone. */
  onUnchanged(project: ProjectSummary, file: string): void
}

/** Adds every project that is to be brought to the queue, and then says that there are no more. */
export async function addJobs(
  { projects, format, record, folder, force, onUnchanged }: Plan,
  queue: SyncQueue,
): Promise<void> {
  try {
    for await (const project of projects) {
      const known = record.get(project.id, format)
      if (known !== undefined && !force && isCurrent(known, project, folder)) {
        onUnchanged(project, known.file)
      } else await queue.add(jobOf(project, format))
    }
  } finally {
    // Also after a list that broke off: what was added is brought.
    await queue.end()
  }
}

function jobOf({ id, name, status, updatedAt }: ProjectSummary, format: string): SyncJob {
  return { projectId: id, format, name, status, updatedAt }
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
