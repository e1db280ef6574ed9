import { askExport, type Terms, withExtra } from './ask-export.ts'
import { contentVariables, type ExportContent } from './export-content.ts'
import {
  ExportTextProjectOperation,
  ExportTextProjectWithKeyOperation,
} from './generated/graphql.ts'
import type { RequestedExport } from './requested-export.ts'
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
export function requestProjectExport(
  session: Session,
  input: ProjectExportInput,
  terms: Terms,
): Promise<RequestedExport> {
  const { projectId, role = 'REVIEWER', filteredCabinetRole, extraInput } = input
  const known = {
    ...contentVariables(input),
    ...terms.delivery,
    projectIds: [projectId],
    role,
    filteredCabinetRole,
  }
  const operation = {
    document: ExportTextProjectOperation,
    withKey: ExportTextProjectWithKeyOperation,
    variables: { input: withExtra(session, known, extraInput) },
    needsLink: terms.delivery.method === 'FILE_STORAGE',
  }
  return askExport(session, operation, terms)
}
