import { askExport, type Terms, withExtra } from './ask-export.ts'
import { contentVariables, type ExportContent } from './export-content.ts'
import {
  ExportTextProjectDocumentOperation,
  ExportTextProjectDocumentWithKeyOperation,
} from './generated/graphql.ts'
import type { RequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'

/** An export of one document as it is now; the result is the bare file. */
export interface DocumentExportInput extends ExportContent {
  /** The id of the document's copy in a cabinet. */
  readonly documentId: string
}

/** Asks for the export of a document. */
export function requestDocumentExport(
  session: Session,
  input: DocumentExportInput,
  terms: Terms,
): Promise<RequestedExport> {
  const { documentId, extraInput } = input
  const known = { ...contentVariables(input), ...terms.delivery, documentId }
  const operation = {
    document: ExportTextProjectDocumentOperation,
    withKey: ExportTextProjectDocumentWithKeyOperation,
    variables: { input: withExtra(session, known, extraInput) },
    needsLink: terms.delivery.method === 'FILE_STORAGE',
  }
  return askExport(session, operation, terms)
}
