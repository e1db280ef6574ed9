import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { ExportState } from '@labelport/client'
import { Failure } from './exit.ts'

/** The file that lets an export go on later. It holds a signed link, so only its owner may read it. */
export interface StateFile {
  readonly path: string
  /** An export that was neither finished nor given up. Throws Failure when the file is something else. */
  unfinished(): ExportState | undefined
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
      const text = textOf(path)
      return text === undefined ? undefined : parsed(text, path)
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

function parsed(text: string, path: string): ExportState | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // The client checks the rest before it goes on with it.
    if (typeof value === 'object' && value !== null && 'type' in value) {
      return value.type === 'done' ? undefined : (value as ExportState)
    }
  } catch {
    // A file that is no JSON is as useless as one without a state.
  }
  throw new Failure(`"${path}" is not the state of an export; delete it to ask anew.`)
}
