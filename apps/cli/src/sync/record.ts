import type { SyncContent, SyncJob } from '@labelport/sync-queue'
import type { Journal, readJournals } from './journal.ts'
import { type Contents, isBegun, isSynced, readContents } from './record-file.ts'

/** An export of a project that was begun. */
export interface BegunProject {
  readonly status: string
  /** As the server told it when the export was asked for. */
  readonly updatedAt: string
  /** Name of the zip in the folder; it stays when the project is renamed. */
  readonly file: string
}

/** What is known of a project that was brought here. */
export interface SyncedProject extends BegunProject {
  readonly name: string
  readonly bytes: number
  readonly exportId: string
}

/** What makes two exports of a project the same file. */
export type RecordKey = Pick<SyncJob, 'projectId' | keyof SyncContent>

/** What was brought to a folder, by project id and format. */
export interface SyncRecord {
  get(key: RecordKey): SyncedProject | undefined
  /**
   * Names the zip of a project: the one it has, or else one by `stem`, numbered when only its case differs from
   * another. `goesOn` tells whether an export of just this state of the project was begun and never ended.
   */
  begin(job: SyncJob, stem: string): { readonly file: string; readonly goesOn: boolean }
  put(key: RecordKey, project: SyncedProject): void
  /** Takes in what other processes have done since. */
  refresh(): void
}

/** Opens the record that lies in a file and in journals, and writes what it hears to a journal. */
export function openRecord(
  path: string,
  journals: () => ReturnType<typeof readJournals>,
  journal: Journal,
): SyncRecord {
  let contents = gathered(path, journals())
  return {
    get: (key) => contents.projects.get(keyOf(key)),
    begin(job, stem) {
      const key = keyOf(job)
      const { status, updatedAt } = job
      const begun = contents.begun.get(key)
      const file = contents.projects.get(key)?.file ?? begun?.file ?? freeName(stem, contents)
      const what: BegunProject = { status, updatedAt, file }
      contents.begun.set(key, what)
      journal.append({ type: 'begun', key, what })
      return { file, goesOn: begun?.status === status && begun.updatedAt === updatedAt }
    },
    put(key, project) {
      contents.projects.set(keyOf(key), project)
      contents.begun.delete(keyOf(key))
      journal.append({ type: 'brought', key: keyOf(key), what: project })
    },
    refresh() {
      contents = gathered(path, journals())
    },
  }
}

/** What the file and the journals say together. */
export function gathered(path: string, journals: ReturnType<typeof readJournals>): Contents {
  const { projects, begun } = readContents(path)
  const entries = journals.flatMap((one) => one.entries).sort((a, b) => a.at - b.at)
  for (const { key, type, what } of entries) {
    if (type === 'brought' && isSynced(what)) {
      projects.set(key, what)
      begun.delete(key)
    } else if (type === 'begun' && isBegun(what)) begun.set(key, what)
  }
  return { projects, begun }
}

function freeName(stem: string, { projects, begun }: Contents): string {
  const taken = new Set([...projects.values(), ...begun.values()].map((one) => lower(one.file)))
  let file = `${stem}.zip`
  for (let count = 2; taken.has(lower(file)); count += 1) file = `${stem} (${count}).zip`
  return file
}

function lower(file: string): string {
  return file.toLowerCase()
}

function keyOf({ projectId, format, fileTransformerId }: RecordKey): string {
  return [projectId, format, fileTransformerId].filter((part) => part !== undefined).join(' ')
}
