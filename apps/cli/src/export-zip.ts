import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'
import type { Client, ExportEvent } from '@labelport/client'
import { downloadTarget } from '@labelport/node'
import { checkZip } from './check-zip.ts'
import { type StateFile, stateFile } from './export-state.ts'
import type { Session } from './session.ts'

/** A project as a zip that was checked. */
export interface ExportedZip {
  readonly exportId: string
  readonly bytes: number
  readonly files: number
}

/** What to export, and where to. */
export interface ZipOrder {
  readonly projectId: string
  /** The platform's name of the format. */
  readonly format: string
  /** Absolute; the state and the unchecked download lie beside it. */
  readonly path: string
}

/** The file that lets the export to a path go on. */
export function stateFileOf(path: string): StateFile {
  return stateFile(`${path}.state.json`)
}

/**
 * Exports a project, going on with an export to the same path that was stopped. The zip gets its name when
 * every file in it was read to its end; what was there before is replaced.
 */
export async function exportZip(
  client: Client,
  { projectId, format, path }: ZipOrder,
  session: Session,
  onEvent: (event: ExportEvent) => void,
): Promise<ExportedZip> {
  const state = stateFileOf(path)
  const stored = state.unfinished()
  const download = `${path}.download`
  const options = {
    target: downloadTarget(download),
    signal: session.signal,
    onEvent,
    onState: state.store,
  }
  const fileName = basename(path).replace(/\.zip$/i, '')
  const { exportId, bytes } = await (stored === undefined
    ? client.exportProject({ projectId, format, fileName }, options)
    : client.resume(stored, options))
  const files = await checkZip(download, basename(path), session).catch((error: unknown) => {
    if (existsSync(download)) {
      session.note(session.safe(`What arrived is kept in ${basename(download)}.`))
    }
    throw error
  })
  renameSync(download, path)
  state.remove()
  return { exportId, bytes, files }
}
