import type { Step } from './options.ts'
import type { Session } from './session.ts'
import { waitUntilDelivered } from './wait.ts'
import type { ExpectedCall } from './webhook-receiver.ts'

/** Waits for the call that brings an export's link; the server is asked meanwhile in case none comes. */
export async function linkOfCall(
  session: Session,
  exportId: string,
  { arrived }: ExpectedCall,
  step: Step,
): Promise<{ readonly fileUrl: string; readonly outside: true }> {
  const over = new AbortController()
  const signals = [over.signal, ...(step.signal === undefined ? [] : [step.signal])]
  const polling = waitAndMore(session, exportId, { ...step, signal: AbortSignal.any(signals) })
  try {
    const call = await Promise.race([arrived, polling])
    if (call !== undefined) {
      session.redactor.learnLink(call.fileUrl)
      return { fileUrl: call.fileUrl, outside: true }
    }
  } finally {
    over.abort()
    // The loser of the race ends by the signal; nobody waits for it.
    polling.catch(() => undefined)
  }
  const message = `Export ${exportId} is delivered, but no call came within ${session.limits.callMs / 1_000} s after that.`
  throw session.fail({ code: 'client/no-call', message, exportId, retryable: false })
}

/** The link that a call brings although nobody knows its export; undefined when none comes in time. */
export async function linkOfLostExport(
  { clock, limits, redactor }: Session,
  { arrived }: ExpectedCall,
  { signal }: Step,
): Promise<string | undefined> {
  const over = new AbortController()
  const signals = [over.signal, ...(signal === undefined ? [] : [signal])]
  const patience = clock.sleep(limits.callMs, AbortSignal.any(signals))
  try {
    const call = await Promise.race([arrived, patience])
    if (call) redactor.learnLink(call.fileUrl)
    return call?.fileUrl
  } finally {
    over.abort()
    patience.catch(() => undefined)
  }
}

/** Waits until the export is delivered, and then for as long as its call may take. */
async function waitAndMore(session: Session, exportId: string, step: Step): Promise<undefined> {
  await waitUntilDelivered(session, exportId, step)
  await session.clock.sleep(session.limits.callMs, step.signal)
}
