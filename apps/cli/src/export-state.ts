import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { ExportState } from '@labelport/client'
import { Failure } from './exit.ts'

/** The file that lets an export go on later. It holds a signed link, so only its owner may read it. */
export interface StateFile {
  readonly path: string
  /** An export that was neither finished nor given up. Throws Failure when the file is something else. */
  unfinished(): ExportState | undefined
  /** An export whose bytes are all in a file, when it is as long as they are. */
  finished(file: string): { readonly exportId: string; readonly bytes: number } | undefined
  /** Replaces what is stored, in one step; an export that came to its end needs no file. */
  store(state: ExportState): void
  remove(): void
}

/** The state file of an output. */
export function stateFile(path: string): StateFile {
  const remove = (): void => rmSync(path, { force: true })
  return {
    path,
    remove,
    unfinished() {
      const state = stored(path)
      return state?.type === 'done' ? undefined : state
    },
    finished(file) {
      const state = stored(path)
      if (state?.type !== 'done' || state.bytes === undefined) return undefined
      const { exportId, bytes } = state
      const size = statSync(file, { throwIfNoEntry: false })?.size
      return size === bytes ? { exportId, bytes } : undefined
    },
    store(state) {
      if (state.type === 'failed') return remove()
      const draft = `${path}.new`
      writeFileSync(draft, `${JSON.stringify(state)}\n`, { mode: 0o600 })
      renameSync(draft, path)
    },
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function stored(path: string): ExportState | undefined {
  const text = textOf(path)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    // The client checks the rest before it goes on with it.
    if (typeof value === 'object' && value !== null && 'type' in value) {
      return value as ExportState
    }
  } catch {
    // A file that is no JSON is as useless as one without a state.
  }
  throw new Failure(`"${path}" is not the state of an export; delete it to ask anew.`)
}
