import { ClientError } from './error.ts'
import { deliveryOf, requestExport } from './export-request.ts'
import type { Asking, Step } from './options.ts'
import type { RequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'
import type { StateBase } from './state.ts'
import { linkOfLostExport } from './webhook-link.ts'

/** What came of asking for an export. */
export type Asked =
  | { readonly type: 'answered'; readonly export: RequestedExport }
  /** The answer was lost, and yet the call came that the export was to make. */
  | { readonly type: 'called'; readonly export: RequestedExport }
  /** Nobody knows whether the server has the request. */
  | { readonly type: 'lost'; readonly error: ClientError }

/** Asks for an export. When the answer is lost, an own webhook is listened to for a while: it tells of the file. */
export async function askOnce(
  session: Session,
  { request }: StateBase,
  { secret, call, ...step }: Asking & Step,
): Promise<Asked> {
  const requestedAt = session.clock.now()
  try {
    const { signal } = step
    return { type: 'answered', export: await requestExport(session, request, { secret, signal }) }
  } catch (error) {
    if (!ClientError.is(error) || error.code !== 'client/outcome-unknown') throw error
    const fileUrl = call === undefined ? undefined : await linkOfLostExport(session, call, step)
    if (fileUrl === undefined || call === undefined) return { type: 'lost', error }
    // The server's own name for it is not known; this one is as unique.
    const exportId = `call:${call.webhook.url.split('/').at(-1)}`
    return { type: 'called', export: { exportId, requestedAt, fileUrl, outside: true } }
  }
}

/** Whether a request without an answer may be sent once more. */
export function mayRepeat({ limits }: Session, { request, repeated }: StateBase): boolean {
  return !repeated && limits.repeats > 0 && deliveryOf(request).method === 'FILE_STORAGE'
}
