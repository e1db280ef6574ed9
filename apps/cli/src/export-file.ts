import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type {
  Client,
  ExportContent,
  ExportEvent,
  ExportOptions,
  ExportResult,
  ExportState,
} from '@labelport/client'
import { downloadTarget } from '@labelport/node'
import { checkZip } from './check-zip.ts'
import type { Flags } from './command.ts'
import { type StateFile, stateFile } from './export-state.ts'
import { takeLock } from './lock.ts'
import type { Session } from './session.ts'

/** What can be exported from the command line. */
export type Subject =
  | { readonly type: 'project'; readonly id: string }
  /** One copy of a document, as `labelport documents` names it. */
  | { readonly type: 'document'; readonly id: string }
  | { readonly type: 'team-overview'; readonly id: string }

/** A file that was exported and checked. */
export interface ExportedFile {
  readonly exportId: string
  readonly bytes: number
  /** How many files a zip holds; absent for a bare file, of which only the length is known. */
  readonly files?: number
}

/** The flags that say what the server writes. */
export const contentFlags = {
  format: {
    type: 'value',
    value: '<FORMAT>',
    default: 'DATASAUR_SCHEMA',
    help: "the platform's name of the format",
  },
  'file-transformer': {
    type: 'value',
    value: '<id>',
    help: 'for format CUSTOM: the script that writes the files',
  },
} as const satisfies Flags

/** What to export, and where to. */
export interface FileOrder {
  readonly subject: Subject
  /** The platform's name of the format. */
  readonly format: string
  /** The script that writes the files of format CUSTOM. */
  readonly fileTransformerId?: string | undefined
  /** Absolute; the state and the unchecked download lie beside it. */
  readonly path: string
  /** Whether an export to this path that lacked only its end is this one. Absent means that it is asked for anew. */
  readonly mayBeThere?: boolean
}

/** The file that lets the export to a path go on. */
export function stateFileOf(path: string): StateFile {
  return stateFile(`${path}.state.json`)
}

/** The file that keeps two runs from exporting to one path. */
export function lockFileOf(path: string): string {
  return `${path}.lock`
}

/** The thing a stored export was asked for; undefined when it is none of these. */
export function subjectOf({ request }: ExportState): Subject | undefined {
  switch (request.type) {
    case 'project':
      return { type: 'project', id: request.input.projectId }
    case 'document':
      return { type: 'document', id: request.input.documentId }
    case 'team-overview':
      return { type: 'team-overview', id: request.input.teamId }
    default:
      return undefined
  }
}

/**
 * Exports to a file, going on with an export to the same path that was stopped. A zip gets its name when
 * every file in it was read to its end; what was there before is replaced. `onFile` hears of it before it is forgotten
 * how the export stood, so that nothing has to be exported twice when the process ends in between. Throws Failure
 * while another run exports to the same path.
 */
export async function exportFile(
  client: Client,
  order: FileOrder,
  session: Session,
  onEvent: (event: ExportEvent) => void,
  onFile: (file: ExportedFile) => void = () => {},
): Promise<ExportedFile> {
  const { path } = order
  mkdirSync(dirname(path), { recursive: true })
  const lock = takeLock(lockFileOf(path))
  try {
    const exported = await exportLocked(client, order, session, onEvent)
    onFile(exported)
    stateFileOf(path).remove()
    return exported
  } finally {
    lock.release()
  }
}

async function exportLocked(
  client: Client,
  order: FileOrder,
  session: Session,
  onEvent: (event: ExportEvent) => void,
): Promise<ExportedFile> {
  const { subject, path } = order
  const state = stateFileOf(path)
  const stored = state.unfinished()
  const download = `${path}.download`
  const options = {
    target: downloadTarget(download),
    signal: session.signal,
    onEvent,
    onState: state.store,
  }
  const there = order.mayBeThere && state.finished(existsSync(download) ? download : path)
  const { exportId, bytes } =
    there ||
    (await (stored === undefined ? ask(client, order, options) : client.resume(stored, options)))
  // One that ended just before its state was removed has its name already.
  const arrived = existsSync(download) ? download : path
  const checked = subject.type === 'document' ? {} : { files: await check(arrived, path, session) }
  if (arrived === download) renameSync(download, path)
  return { exportId, bytes, ...checked }
}

function ask(client: Client, order: FileOrder, options: ExportOptions): Promise<ExportResult> {
  const { subject } = order
  const content = contentOf(order)
  switch (subject.type) {
    case 'project':
      return client.exportProject({ ...content, projectId: subject.id }, options)
    case 'document':
      return client.exportDocument({ ...content, documentId: subject.id }, options)
    case 'team-overview':
      return client.exportTeamOverview({ teamId: subject.id }, options)
    default:
      return subject satisfies never
  }
}

/** What the server is asked to write. */
export function contentOf({
  format,
  fileTransformerId,
  path,
}: Omit<FileOrder, 'subject'>): ExportContent {
  return {
    format,
    fileName: fileNameOf(path),
    ...(fileTransformerId === undefined ? {} : { fileTransformerId }),
  }
}

/** The name the server is asked to give: that of the file, without its ending. */
function fileNameOf(path: string): string {
  const name = basename(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

async function check(download: string, path: string, session: Session): Promise<number> {
  try {
    return await checkZip(download, basename(path), session)
  } catch (error) {
    if (!session.signal.aborted) stateFileOf(path).remove()
    if (existsSync(download)) {
      session.note(session.safe(`What arrived is kept in ${basename(download)}.`))
    }
    throw error
  }
}
