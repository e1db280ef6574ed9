import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { DownloadedFile, ExportState } from '@labelport/client'
import { Failure } from './exit.ts'

/** What is known of an export that has begun, and of the bytes that lie beside it. */
export interface StoredExport {
  readonly state: ExportState
  /** Which file the bytes are of. Absent before the download began. */
  readonly file?: DownloadedFile
}

/** The file that lets an export go on later. It holds a signed link, so only its owner may read it. */
export interface StateFile {
  readonly path: string
  /** Undefined when there is none. Throws Failure when it cannot be understood. */
  read(): StoredExport | undefined
  /** Replaces what is stored, in one step. */
  update(change: Partial<StoredExport>): void
  remove(): void
}

/** The state file of an output. */
export function stateFile(path: string): StateFile {
  let stored: Partial<StoredExport> = {}
  return {
    path,
    read() {
      const found = readStored(path)
      if (found !== undefined) stored = found
      return found
    },
    update(change) {
      stored = { ...stored, ...change }
      const draft = `${path}.new`
      writeFileSync(draft, `${JSON.stringify(stored)}\n`, { mode: 0o600 })
      renameSync(draft, path)
    },
    remove: () => rmSync(path, { force: true }),
  }
}

function readStored(path: string): StoredExport | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    const value: unknown = JSON.parse(text)
    // The client checks the state itself before it goes on with it.
    if (typeof value === 'object' && value !== null && 'state' in value)
      return value as StoredExport
  } catch {
    // Falls through: a file that is no JSON is as useless as one without a state.
  }
  throw new Failure(`"${path}" is not the state of an export; delete it to start anew.`)
}
