import type { ClientErrorCode, Fail } from './error.ts'
import type { ExportRequest } from './export-request.ts'
import type { RequestedExport } from './requested-export.ts'

/**
 * Where an export stands: plain JSON, enough to go on with it later. From `waiting` to `delivered` it holds
 * the signed link, which opens the file to whoever has it; store it like a password.
 */
export type ExportState = StateBase & StateStep

interface StateBase {
  readonly version: 1
  readonly request: ExportRequest
  /** New exports asked for because the link of an earlier one died. */
  readonly renewals: number
}

type StateStep =
  /** Being asked for. Found in storage, it means that nobody knows whether the server has it. */
  | { readonly type: 'requesting' }
  | ({ readonly type: 'waiting' } & RequestedExport)
  /** The server is done; the file may still be on its way to the storage. */
  | ({ readonly type: 'delivered'; readonly deliveredAt: number } & RequestedExport)
  | { readonly type: 'done'; readonly exportId: string; readonly bytes: number }
  | {
      readonly type: 'failed'
      readonly exportId?: string
      readonly code: ClientErrorCode
      readonly message: string
    }

/** Checks a state that comes out of storage. Throws ClientError `client/bad-state`. */
export function checkState(state: unknown, fail: Fail): ExportState {
  if (isState(state)) return state
  const message = 'This is not a stored export state of version 1.'
  throw fail({ code: 'client/bad-state', message, retryable: false })
}

const fieldsOf = {
  requesting: {},
  waiting: { exportId: 'string', fileUrl: 'string', requestedAt: 'number' },
  delivered: {
    exportId: 'string',
    fileUrl: 'string',
    requestedAt: 'number',
    deliveredAt: 'number',
  },
  done: { exportId: 'string', bytes: 'number' },
  failed: { code: 'string', message: 'string' },
} as const satisfies Record<ExportState['type'], Record<string, 'string' | 'number'>>

const idOf = { project: 'projectId', document: 'documentId' } as const satisfies Record<
  ExportRequest['type'],
  string
>

function isState(state: unknown): state is ExportState {
  if (!isRecord(state) || state.version !== 1 || typeof state.renewals !== 'number') return false
  if (typeof state.type !== 'string' || !Object.hasOwn(fieldsOf, state.type)) return false
  const fields = fieldsOf[state.type as ExportState['type']]
  if (!Object.entries(fields).every(([name, type]) => typeof state[name] === type)) return false
  return isRequest(state.request)
}

function isRequest(request: unknown): boolean {
  if (!isRecord(request)) return false
  const { type, input } = request
  if (typeof type !== 'string' || !Object.hasOwn(idOf, type) || !isRecord(input)) return false
  const id = idOf[type as ExportRequest['type']]
  return [id, 'fileName', 'format'].every((name) => typeof input[name] === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
