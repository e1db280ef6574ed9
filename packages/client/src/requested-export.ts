import type { Session } from './session.ts'

/** An export that the server has accepted. */
export interface RequestedExport {
  readonly exportId: string
  /** Signed: whoever has it can fetch the file until it expires. */
  readonly fileUrl: string
  /** As the server wrote it. */
  readonly fileUrlExpiredAt?: string
  /** Milliseconds since 1970. */
  readonly requestedAt: number
}

/** The fields every export operation answers with. */
export interface ExportAnswer {
  readonly exportId: string
  readonly fileUrl: string | null
  readonly fileUrlExpiredAt: string | null
}

/** Checks the answer to an export with method FILE_STORAGE. */
export function readRequestedExport(
  { fail, redactor }: Session,
  operation: string,
  answer: ExportAnswer | undefined | null,
  requestedAt: number,
): RequestedExport {
  // Servers of several ages answer; an id may come as a number.
  const exportId = String(answer?.exportId ?? '')
  if (!answer || exportId === '') {
    const message = `${operation}: the server answers without an export id.`
    throw fail({ code: 'client/not-graphql', message, operation, retryable: false })
  }
  const { fileUrl, fileUrlExpiredAt } = answer
  if (typeof fileUrl !== 'string' || fileUrl === '') {
    const message = `${operation}: the server gives no link to the file of ${exportId}; expected one for FILE_STORAGE.`
    throw fail({ code: 'client/no-file-url', message, operation, exportId, retryable: false })
  }
  redactor.learnLink(fileUrl)
  const expiry = fileUrlExpiredAt ?? undefined
  return {
    exportId,
    fileUrl,
    requestedAt,
    ...(expiry === undefined ? {} : { fileUrlExpiredAt: String(expiry) }),
  }
}
