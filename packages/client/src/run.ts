import type { Ending } from './ending.ts'
import { ClientError, type ClientErrorCode } from './error.ts'
import { deliveryOf } from './export-request.ts'
import { askOnce, mayRepeat } from './lost-answer.ts'
import type { Asking, SendOptions, Step } from './options.ts'
import type { Session } from './session.ts'
import type { ExportState, StateBase } from './state.ts'
import { waitUntilDelivered } from './wait.ts'
import { linkOfCall } from './webhook-link.ts'

/** Takes an export from where it stands to its end. */
export async function runExport<Result>(
  session: Session,
  start: ExportState,
  ending: Ending<Result>,
  options: SendOptions,
  { secret, call }: Asking = {},
): Promise<Result> {
  const { signal, onEvent = () => {} } = options
  const step: Step = { signal, onEvent }
  let state = start
  const enter = async (next: ExportState): Promise<void> => {
    state = next
    await options.onState?.(next)
  }
  try {
    for (;;) {
      signal?.throwIfAborted()
      const base = baseOf(state)
      const { request, renewals } = base
      switch (state.type) {
        case 'requesting': {
          await enter(state)
          const found = await askOnce(session, state, { secret, call, ...step })
          if (found.type === 'lost') {
            if (!mayRepeat(session, state)) throw found.error
            onEvent({ type: 'repeat', reason: found.error.message })
            state = { ...base, repeated: true, type: 'requesting' }
            break
          }
          if (found.type === 'called') {
            const deliveredAt = session.clock.now()
            await enter({ ...base, ...found.export, type: 'delivered', deliveredAt })
            break
          }
          const requested = found.export
          onEvent({ type: 'requested', exportId: requested.exportId })
          await enter({ ...base, ...requested, type: 'waiting' })
          break
        }
        case 'waiting': {
          const { exportId } = state
          const link = call === undefined ? {} : await linkOfCall(session, exportId, call, step)
          const deliveredAt =
            call === undefined
              ? await waitUntilDelivered(session, exportId, step)
              : session.clock.now()
          await enter({ ...state, ...link, type: 'delivered', deliveredAt })
          break
        }
        case 'delivered': {
          const { exportId } = state
          const ended = await ending(session, state, step)
          if (ended.type === 'done') {
            const bytes = ended.bytes === undefined ? {} : { bytes: ended.bytes }
            await enter({ ...base, type: 'done', exportId, ...bytes })
            onEvent({ type: 'done', exportId, bytes: ended.bytes ?? 0 })
            return ended.result
          }
          // Another call to a webhook, or another object in a storage, is nobody's wish.
          const renewable = deliveryOf(request).method === 'FILE_STORAGE'
          if (!renewable || renewals >= session.limits.renewals) {
            throw linksDie(session, exportId, renewals)
          }
          onEvent({ type: 'renewal', exportId })
          state = { ...base, renewals: renewals + 1, type: 'requesting' }
          break
        }
        case 'done':
        case 'failed':
          throw nothingToResume(session, state)
        default:
          state satisfies never
      }
    }
  } catch (error) {
    if (ClientError.is(error) && isOver(state, error)) {
      const { code, message, exportId } = error
      const named = exportId === undefined ? {} : { exportId }
      await enter({ ...baseOf(state), type: 'failed', code, message, ...named })
    }
    throw error
  } finally {
    call?.forget()
  }
}

function baseOf({ version, request, renewals, repeated }: ExportState): StateBase {
  return { version, request, renewals, ...(repeated && { repeated }) }
}

/** Errors after which an accepted export cannot come to an end any more. */
const final = new Set<ClientErrorCode>([
  'client/export-failed',
  'client/export-lost',
  'client/file-refused',
  'client/signature-refused',
  'client/file-expired',
])

/** Whether an error ends the export; anything else can be resumed once its cause is gone. */
function isOver({ type }: ExportState, { code }: ClientError): boolean {
  if (type === 'requesting') return code !== 'client/outcome-unknown'
  return type !== 'done' && type !== 'failed' && final.has(code)
}

function linksDie({ fail }: Session, exportId: string, renewals: number): ClientError {
  const before = renewals === 0 ? '' : `, as did those of ${renewals} exports before it`
  const message = `Export ${exportId}: its link died${before}.`
  return fail({ code: 'client/file-expired', message, exportId, retryable: false })
}

function nothingToResume({ fail }: Session, state: ExportState): ClientError {
  const end = state.type === 'failed' ? `failed: ${state.message}` : 'is finished'
  const message = `There is nothing to resume: the export ${end}`
  return fail({ code: 'client/bad-state', message, retryable: false })
}
