import { call } from './call.ts'
import { contentVariables, type ExportContent } from './export-content.ts'
import { ExportTextProjectOperation } from './generated/graphql.ts'
import { type RequestedExport, readRequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'

/** A role in a project. */
export type ExportRole = 'LABELER' | 'REVIEWER'

/** An export of all documents of a project; the result is a zip. */
export interface ProjectExportInput extends ExportContent {
  /** The part of the project's address that names it. */
  readonly projectId: string
  /** In whose role the export is asked for. Absent means REVIEWER. */
  readonly role?: ExportRole
  /** Keeps only the copies of one role. Absent means all. */
  readonly filteredCabinetRole?: ExportRole
}

/** Asks for the export of a project. */
export async function requestProjectExport(
  session: Session,
  input: ProjectExportInput,
  signal?: AbortSignal,
): Promise<RequestedExport> {
  const { projectId, role = 'REVIEWER', filteredCabinetRole } = input
  const requestedAt = session.clock.now()
  const { exportTextProject } = await call(session, {
    document: ExportTextProjectOperation,
    variables: {
      input: { ...contentVariables(input), projectIds: [projectId], role, filteredCabinetRole },
    },
    repeatable: false,
    signal,
  })
  return readRequestedExport(session, 'ExportTextProject', exportTextProject, requestedAt)
}
