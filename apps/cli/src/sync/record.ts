import { readFileSync } from 'node:fs'
import { writeFileAtomic } from '@labelport/node'
import type { SyncContent, SyncJob } from '@labelport/sync-queue'
import { Failure } from '../exit.ts'

/** What is known of a project that was brought here. */
export interface SyncedProject {
  readonly name: string
  readonly status: string
  /** As the server told it when the export was asked for. */
  readonly updatedAt: string
  /** Name of the zip in the folder; it stays when the project is renamed. */
  readonly file: string
  readonly bytes: number
  readonly exportId: string
}

/** What makes two exports of a project the same file. */
export type RecordKey = Pick<SyncJob, 'projectId' | keyof SyncContent>

/** What was brought here, by project id and format. Kept in a file that is replaced in one step. */
export interface SyncRecord {
  get(key: RecordKey): SyncedProject | undefined
  put(key: RecordKey, project: SyncedProject): void
  /** A name of a zip for a project that has none yet; numbered when only its case differs from another. */
  claim(stem: string): string
}

/** Opens the record of a folder. Throws Failure when the file is something else. */
export function openRecord(path: string): SyncRecord {
  const projects = new Map(Object.entries(stored(path)))
  /** Also of zips that are still under way. */
  const taken = new Set(Array.from(projects.values(), ({ file }) => file.toLowerCase()))
  const keyOf = ({ projectId, format, fileTransformerId }: RecordKey): string =>
    [projectId, format, fileTransformerId].filter((part) => part !== undefined).join(' ')
  return {
    get: (key) => projects.get(keyOf(key)),
    put(key, project) {
      projects.set(keyOf(key), project)
      const sorted = [...projects].sort(([a], [b]) => (a < b ? -1 : 1))
      const value = { labelport: 1, projects: Object.fromEntries(sorted) }
      writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`)
    },
    claim(stem) {
      let file = `${stem}.zip`
      for (let count = 2; taken.has(file.toLowerCase()); count += 1) file = `${stem} (${count}).zip`
      taken.add(file.toLowerCase())
      return file
    },
  }
}

function stored(path: string): Readonly<Record<string, SyncedProject>> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value) && value.labelport === 1 && isObject(value.projects)) {
      if (Object.values(value.projects).every(isSynced)) {
        return value.projects as Record<string, SyncedProject>
      }
    }
  } catch {
    // Said below.
  }
  throw new Failure(`"${path}" is not the record of a sync; move it away to start anew.`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSynced(value: unknown): boolean {
  const texts = ['name', 'status', 'updatedAt', 'file', 'exportId']
  return (
    isObject(value) &&
    texts.every((key) => typeof value[key] === 'string') &&
    typeof value.bytes === 'number' &&
    !/[/\\]/.test(String(value.file))
  )
}
