import { askExport, type Terms, withExtra } from './ask-export.ts'
import type { CustomReportInput } from './custom-report.ts'
import type { ExtraInput } from './export-content.ts'
import {
  ExportCustomReportOperation,
  ExportTeamIaaOperation,
  ExportTeamOverviewOperation,
  ExportTestProjectResultOperation,
} from './generated/graphql.ts'
import type { RequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'

/** The workbook of a team; the result is a zip. */
export interface TeamOverviewInput {
  readonly teamId: string
  /** Sent along. A field that the client knows is refused here. */
  readonly extraInput?: ExtraInput
}

/** How far the labelers of a team agree. */
export interface TeamIAAInput {
  readonly teamId: string
  /** Absent means all. */
  readonly projectIds?: readonly string[]
  /** Absent means all. */
  readonly labelSetSignatures?: readonly string[]
}

/** The result of a labeler test. */
export interface TestProjectResultInput {
  readonly projectId: string
  /** Sent along. A field that the client knows is refused here. */
  readonly extraInput?: ExtraInput
}

/** Asks for the overview of a team. It knows no external storage. */
export function requestTeamOverview(
  session: Session,
  { teamId, extraInput }: TeamOverviewInput,
  terms: Terms,
): Promise<RequestedExport> {
  const { method, url, secret } = terms.delivery
  const input = withExtra(session, { teamId, method, url, secret }, extraInput)
  const needsLink = method === 'FILE_STORAGE'
  return askExport(
    session,
    { document: ExportTeamOverviewOperation, variables: { input }, needsLink },
    terms,
  )
}

/** Asks how far labelers agree. There is no choice of delivery, and perhaps no link. */
export function requestTeamIAA(
  session: Session,
  variables: TeamIAAInput,
  terms: Terms,
): Promise<RequestedExport> {
  return askExport(
    session,
    { document: ExportTeamIaaOperation, variables, needsLink: false },
    terms,
  )
}

/** Asks for the result of a labeler test. Of external storages it knows the older kind only. */
export function requestTestProjectResult(
  session: Session,
  { projectId, extraInput }: TestProjectResultInput,
  terms: Terms,
): Promise<RequestedExport> {
  const { method, url, secret } = terms.delivery
  const input = withExtra(session, { projectId, method, url, secret }, extraInput)
  const needsLink = method === 'FILE_STORAGE'
  return askExport(
    session,
    { document: ExportTestProjectResultOperation, variables: { input }, needsLink },
    terms,
  )
}

/** Asks for a report. There is no choice of delivery, and perhaps no link. */
export function requestCustomReport(
  session: Session,
  { teamId, extraInput, ...report }: CustomReportInput,
  terms: Terms,
): Promise<RequestedExport> {
  const variables = { teamId, input: withExtra(session, report, extraInput) }
  return askExport(
    session,
    { document: ExportCustomReportOperation, variables, needsLink: false },
    terms,
  )
}
