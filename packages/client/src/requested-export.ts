import type { Session } from './session.ts'

/** An export that the server has accepted. */
export interface RequestedExport {
  readonly exportId: string
  /** Signed: whoever has it can fetch the file until it expires. Absent when the file goes elsewhere. */
  readonly fileUrl?: string
  /** As the server wrote it. */
  readonly fileUrlExpiredAt?: string
  /** Set when the link came from outside the API; then it is not followed to other places. */
  readonly outside?: true
  /** The object in an external storage, where the server tells it. */
  readonly key?: string
  /** Milliseconds since 1970. */
  readonly requestedAt: number
}

/** An export whose file can be fetched. */
export interface LinkedExport extends RequestedExport {
  readonly fileUrl: string
}

/** The fields every export operation answers with. */
export interface ExportAnswer {
  readonly exportId: string
  readonly fileUrl: string | null
  readonly fileUrlExpiredAt: string | null
  readonly key?: string | null
}

/** Checks the answer to an export. */
export function readRequestedExport(
  { fail, redactor }: Session,
  operation: string,
  answer: ExportAnswer | undefined | null,
  { requestedAt, needsLink }: { readonly requestedAt: number; readonly needsLink: boolean },
): RequestedExport {
  // Servers of several ages answer; an id may come as a number.
  const exportId = String(answer?.exportId ?? '')
  if (!answer || exportId === '') {
    const message = `${operation}: the server answers without an export id.`
    throw fail({ code: 'client/not-graphql', message, operation, retryable: false })
  }
  const { fileUrl, fileUrlExpiredAt, key } = answer
  const accepted = { exportId, requestedAt, ...(key ? { key: String(key) } : {}) }
  if (typeof fileUrl !== 'string' || fileUrl === '') {
    if (!needsLink) return accepted
    const message = `${operation}: the server gives no link to the file of ${exportId}; expected one for FILE_STORAGE.`
    throw fail({ code: 'client/no-file-url', message, operation, exportId, retryable: false })
  }
  redactor.learnLink(fileUrl)
  const expiry = fileUrlExpiredAt ?? undefined
  return {
    ...accepted,
    fileUrl,
    ...(expiry === undefined ? {} : { fileUrlExpiredAt: String(expiry) }),
  }
}
