import { call } from './call.ts'
import { contentVariables, type ExportContent } from './export-content.ts'
import { ExportTextProjectDocumentOperation } from './generated/graphql.ts'
import { type RequestedExport, readRequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'

/** An export of one document as it is now; the result is the bare file. */
export interface DocumentExportInput extends ExportContent {
  /** The id of the document's copy in a cabinet. */
  readonly documentId: string
}

/** Asks for the export of a document. */
export async function requestDocumentExport(
  session: Session,
  input: DocumentExportInput,
  signal?: AbortSignal,
): Promise<RequestedExport> {
  const requestedAt = session.clock.now()
  const { exportTextProjectDocument } = await call(session, {
    document: ExportTextProjectDocumentOperation,
    variables: { input: { ...contentVariables(input), documentId: input.documentId } },
    repeatable: false,
    signal,
  })
  const operation = 'ExportTextProjectDocument'
  return readRequestedExport(session, operation, exportTextProjectDocument, requestedAt)
}
