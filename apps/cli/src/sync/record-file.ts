import { readFileSync } from 'node:fs'
import { writeFileAtomic } from '@labelport/node'
import { Failure } from '../exit.ts'
import type { BegunProject, SyncedProject } from './record.ts'

/** What a record holds, by project id and format. */
export interface Contents {
  readonly projects: Map<string, SyncedProject>
  /** Exports that were begun and have not ended. */
  readonly begun: Map<string, BegunProject>
}

/** Reads the record of a folder; empty when there is none. Throws Failure when the file is something else. */
export function readContents(path: string): Contents {
  const value = parsed(path)
  if (value === undefined) return { projects: new Map(), begun: new Map() }
  if (isObject(value) && value.labelport === 1) {
    const { projects, begun = {} } = value
    if (isObject(projects) && isObject(begun)) {
      const [all, open] = [Object.entries(projects), Object.entries(begun)]
      if (all.every(isSyncedEntry) && open.every(isBegunEntry)) {
        return { projects: new Map(all), begun: new Map(open) }
      }
    }
  }
  throw new Failure(`"${path}" is not the record of a sync; move it away to start anew.`)
}

/** Replaces the record in one step. */
export function writeContents(path: string, { projects, begun }: Contents): void {
  const value = {
    labelport: 1,
    projects: sorted(projects),
    ...(begun.size > 0 && { begun: sorted(begun) }),
  }
  writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`)
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Undefined when there is no file; null when it is no JSON. */
function parsed(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return JSON.parse(text) ?? null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSyncedEntry(entry: readonly [string, unknown]): entry is [string, SyncedProject] {
  return isSynced(entry[1])
}

function isBegunEntry(entry: readonly [string, unknown]): entry is [string, BegunProject] {
  return isBegun(entry[1])
}

/** Whether a value is what is kept of a project that was brought. */
export function isSynced(value: unknown): value is SyncedProject {
  return (
    isBegun(value) &&
    'name' in value &&
    typeof value.name === 'string' &&
    'exportId' in value &&
    typeof value.exportId === 'string' &&
    'bytes' in value &&
    typeof value.bytes === 'number'
  )
}

/** Whether a value is what is kept of an export that was begun. */
export function isBegun(value: unknown): value is BegunProject {
  const texts = ['status', 'updatedAt', 'file']
  return (
    isObject(value) &&
    texts.every((key) => typeof value[key] === 'string') &&
    !/[/\\]/.test(String(value.file))
  )
}
