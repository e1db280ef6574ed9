import { download } from './download.ts'
import { ClientError, type ClientErrorCode } from './error.ts'
import { contentOf, requestExport } from './export-request.ts'
import { nameInLink } from './link.ts'
import type { ExportOptions, Step } from './options.ts'
import { awaitFile } from './probe.ts'
import type { Session } from './session.ts'
import type { ExportState } from './state.ts'
import type { DownloadTarget } from './target.ts'
import { waitUntilDelivered } from './wait.ts'

/** A finished export. */
export interface ExportResult {
  /** Of the export the file came from; links that died may have made it another than the first. */
  readonly exportId: string
  readonly bytes: number
  /** How the server named the file. Absent when it cannot be told. */
  readonly name?: string
}

/** Takes an export from where it stands to its end. */
export async function runExport(
  session: Session,
  start: ExportState,
  options: ExportOptions,
): Promise<ExportResult> {
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
      const { version, request, renewals } = state
      const base = { version, request, renewals }
      switch (state.type) {
        case 'requesting': {
          await enter(state)
          const requested = await requestExport(session, request, signal)
          onEvent({ type: 'requested', exportId: requested.exportId })
          await enter({ ...base, ...requested, type: 'waiting' })
          break
        }
        case 'waiting': {
          const deliveredAt = await waitUntilDelivered(session, state.exportId, step)
          await enter({ ...state, type: 'delivered', deliveredAt })
          break
        }
        case 'delivered': {
          const fetched = await fetchDelivered(session, state, options.target, step)
          if (fetched.type === 'done') {
            const { exportId, fileUrl } = state
            const name = nameInLink(fileUrl)
            const { bytes } = fetched
            await enter({ ...base, type: 'done', exportId, bytes })
            onEvent({ type: 'done', exportId, bytes })
            return { exportId, bytes, ...(name === undefined ? {} : { name }) }
          }
          if (renewals >= session.limits.renewals) throw linksDie(session, state.exportId, renewals)
          onEvent({ type: 'renewal', exportId: state.exportId })
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
      const { version, request, renewals } = state
      const { code, message, exportId } = error
      const named = exportId === undefined ? {} : { exportId }
      await enter({ version, request, renewals, type: 'failed', code, message, ...named })
    }
    throw error
  }
}

/** Waits for the file and downloads it; one that is replaced meanwhile is looked at anew. */
async function fetchDelivered(
  session: Session,
  state: Extract<ExportState, { type: 'delivered' }>,
  target: DownloadTarget,
  step: Step,
): Promise<{ readonly type: 'done'; readonly bytes: number } | { readonly type: 'expired' }> {
  const { exportId } = state
  const content = contentOf[state.request.type]
  let found = ''
  for (let look = 0; look <= session.limits.restarts; look += 1) {
    const file = await awaitFile(session, state, state.deliveredAt, step)
    if (file.type === 'expired') return file
    const result = await download(session, { requested: state, file, content, target, ...step })
    if (result.type !== 'replaced') return result
    found = result.found
    step.onEvent({ type: 'restart', exportId, reason: `the file was replaced (${found})` })
  }
  const message = `Export ${exportId}: its file changes while it is downloaded (${found}).`
  throw session.fail({ code: 'client/file-changing', message, exportId, retryable: true })
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
  const message = `Export ${exportId}: its link died, as did those of ${renewals} exports before it.`
  return fail({ code: 'client/file-expired', message, exportId, retryable: false })
}

function nothingToResume({ fail }: Session, state: ExportState): ClientError {
  const end = state.type === 'failed' ? `failed: ${state.message}` : 'is finished'
  const message = `There is nothing to resume: the export ${end}`
  return fail({ code: 'client/bad-state', message, retryable: false })
}
