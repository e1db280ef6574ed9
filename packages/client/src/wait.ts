import { backoff, pollPauses } from './backoff.ts'
import { deliveryStatus, jobOfExport } from './delivery-status.ts'
import type { ClientError, ClientErrorCode, Failure } from './error.ts'
import type { Step } from './options.ts'
import type { Session } from './session.ts'

const underWay = new Set(['NONE', 'QUEUED', 'IN_PROGRESS'])

/** Waits until the server says that an export is delivered, and returns when it did. */
export async function waitUntilDelivered(
  session: Session,
  exportId: string,
  { signal, onEvent }: Step,
): Promise<number> {
  const { clock, limits, random } = session
  const pause = backoff(pollPauses, random)
  const started = clock.now()
  let last: string | undefined
  let unknownSince: number | undefined
  for (;;) {
    const ms = pause()
    if (limits.waitMs > 0 && clock.now() + ms - started > limits.waitMs) {
      const message = `not delivered after ${limits.waitMs / 1_000} s, last status ${last ?? 'not asked'}. The server goes on; resume later.`
      throw failure(session, exportId, 'client/wait-limit', message, true)
    }
    await clock.sleep(ms, signal)
    let standing = await deliveryStatus(session, exportId, signal)
    if (standing.status !== 'NONE') unknownSince = undefined
    else unknownSince ??= clock.now()
    if (unknownSince !== undefined && clock.now() - unknownSince >= limits.unknownJobMs) {
      const job = await jobOfExport(session, exportId, signal)
      if (job === undefined) {
        const message = 'the server does not know this export any more.'
        throw failure(session, exportId, 'client/export-lost', message)
      }
      standing = job
      unknownSince = undefined
    }
    const { status, errors } = standing
    if (status !== last) onEvent({ type: 'status', exportId, status })
    if (status === 'DELIVERED') return clock.now()
    if (status === 'FAILED') {
      onEvent({ type: 'job-errors', exportId, errors })
      const ids = errors.map(({ id }) => id).join(', ')
      const message = `the server failed to make it (${ids === '' ? 'it gives no reason' : ids}).`
      throw failure(session, exportId, 'client/export-failed', message)
    }
    if (status !== last && !underWay.has(status)) {
      onEvent({ type: 'unknown-status', exportId, status })
    }
    last = status
  }
}

function failure(
  { fail }: Session,
  exportId: string,
  code: ClientErrorCode,
  text: string,
  retryable = false,
): ClientError {
  const operation = 'GetExportDeliveryStatus' satisfies Failure['operation']
  return fail({ code, message: `Export ${exportId}: ${text}`, operation, exportId, retryable })
}
