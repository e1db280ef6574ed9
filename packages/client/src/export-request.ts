import { type DocumentExportInput, requestDocumentExport } from './document-export.ts'
import { type ProjectExportInput, requestProjectExport } from './project-export.ts'
import type { RequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'

/** An export to ask for. Holds no secret, so it may be stored. */
export type ExportRequest =
  | { readonly type: 'project'; readonly input: ProjectExportInput }
  | { readonly type: 'document'; readonly input: DocumentExportInput }

/** What the file of an export is: a zip of cabinets, or a document as it is. */
export const contentOf = { project: 'zip', document: 'bare' } as const satisfies Record<
  ExportRequest['type'],
  'zip' | 'bare'
>

/** Asks the server for an export. Never sent twice when the first may have arrived. */
export function requestExport(
  session: Session,
  request: ExportRequest,
  signal?: AbortSignal,
): Promise<RequestedExport> {
  switch (request.type) {
    case 'project':
      return requestProjectExport(session, request.input, signal)
    case 'document':
      return requestDocumentExport(session, request.input, signal)
    default:
      return request satisfies never
  }
}
