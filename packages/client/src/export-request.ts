import type { Terms } from './ask-export.ts'
import type { CustomReportInput } from './custom-report.ts'
import { type Delivery, deliveryVariables } from './delivery.ts'
import { type DocumentExportInput, requestDocumentExport } from './document-export.ts'
import { type ProjectExportInput, requestProjectExport } from './project-export.ts'
import type { RequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'
import {
  requestCustomReport,
  requestTeamIAA,
  requestTeamOverview,
  requestTestProjectResult,
  type TeamIAAInput,
  type TeamOverviewInput,
  type TestProjectResultInput,
} from './team-exports.ts'

/** What can be exported, by kind. */
export interface ExportInputs {
  readonly project: ProjectExportInput
  readonly document: DocumentExportInput
  readonly 'team-overview': TeamOverviewInput
  readonly 'team-iaa': TeamIAAInput
  readonly 'test-project-result': TestProjectResultInput
  readonly 'custom-report': CustomReportInput
}

/** The kind of an export. */
export type ExportKind = keyof ExportInputs

/** An export to ask for. Holds no secret, so it may be stored. */
export type ExportRequest = {
  readonly [kind in ExportKind]: {
    readonly type: kind
    readonly input: ExportInputs[kind]
    /** Absent means that the server keeps the file. */
    readonly delivery?: Delivery
  }
}[ExportKind]

/** What the file of an export is: a zip, a file as it is, or one of the two. */
export type Content = 'zip' | 'bare' | 'either'

/** What the file of each kind of export is. */
export const contentOf = {
  project: 'zip',
  document: 'bare',
  'team-overview': 'zip',
  'team-iaa': 'either',
  'test-project-result': 'either',
  'custom-report': 'either',
} as const satisfies Record<ExportKind, Content>

/** How an export is delivered. */
export function deliveryOf({ delivery }: ExportRequest): Delivery {
  return delivery ?? { method: 'FILE_STORAGE' }
}

/** Asks the server for an export. Never sent twice when the first may have arrived. */
export function requestExport(
  session: Session,
  request: ExportRequest,
  {
    secret,
    signal,
  }: { readonly secret?: string | undefined; readonly signal?: AbortSignal | undefined },
): Promise<RequestedExport> {
  const delivery = deliveryOf(request)
  const terms: Terms = {
    delivery: deliveryVariables(delivery, secret),
    wantsKey: delivery.method === 'EXTERNAL_OBJECT_STORAGE' && delivery.prove === true,
    signal,
  }
  switch (request.type) {
    case 'project':
      return requestProjectExport(session, request.input, terms)
    case 'document':
      return requestDocumentExport(session, request.input, terms)
    case 'team-overview':
      return requestTeamOverview(session, request.input, terms)
    case 'team-iaa':
      return requestTeamIAA(session, request.input, terms)
    case 'test-project-result':
      return requestTestProjectResult(session, request.input, terms)
    case 'custom-report':
      return requestCustomReport(session, request.input, terms)
    default:
      return request satisfies never
  }
}
