import type { Delivery } from './delivery.ts'
import type { ClientErrorCode, Fail } from './error.ts'
import type { ExportRequest } from './export-request.ts'
import type { RequestedExport } from './requested-export.ts'

/**
 * Where an export stands: plain JSON, enough to go on with it later. From `waiting` to `delivered` it holds
 * the signed link, which opens the file to whoever has it; store it like a password.
 */
export type ExportState = StateBase & StateStep

/** What every state of an export holds. */
export interface StateBase {
  readonly version: 1
  readonly request: ExportRequest
  /** New exports asked for because the link of an earlier one died. */
  readonly renewals: number
  /** Whether it was asked for once more because an answer was lost. Absent means not. */
  readonly repeated?: true
}

type StateStep =
  /** Being asked for. Found in storage, it means that nobody knows whether the server has it. */
  | { readonly type: 'requesting' }
  | ({ readonly type: 'waiting' } & RequestedExport)
  /** The server is done; the file may still be on its way to the storage. */
  | ({ readonly type: 'delivered'; readonly deliveredAt: number } & RequestedExport)
  /** `bytes` is absent when the file went elsewhere. */
  | { readonly type: 'done'; readonly exportId: string; readonly bytes?: number }
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
  waiting: { exportId: 'string', requestedAt: 'number' },
  delivered: { exportId: 'string', requestedAt: 'number', deliveredAt: 'number' },
  done: { exportId: 'string' },
  failed: { code: 'string', message: 'string' },
} as const satisfies Record<ExportState['type'], Record<string, 'string' | 'number'>>

/** The texts that the input of each kind of export must have. */
const inputOf = {
  project: ['projectId', 'fileName', 'format'],
  document: ['documentId', 'fileName', 'format'],
  'team-overview': ['teamId'],
  'team-iaa': ['teamId'],
  'test-project-result': ['projectId'],
  'custom-report': ['teamId', 'metricsGroupId'],
} as const satisfies Record<ExportRequest['type'], readonly string[]>

/** The texts that the ways of delivery must have. */
const deliveryFields = {
  FILE_STORAGE: [],
  EMAIL: [],
  CUSTOM_WEBHOOK: ['url'],
  EXTERNAL_OBJECT_STORAGE: ['externalObjectStorageId'],
} as const satisfies Record<Delivery['method'], readonly string[]>

function isState(state: unknown): state is ExportState {
  if (!isRecord(state) || state.version !== 1 || typeof state.renewals !== 'number') return false
  if (typeof state.type !== 'string' || !Object.hasOwn(fieldsOf, state.type)) return false
  const fields = fieldsOf[state.type as ExportState['type']]
  if (!Object.entries(fields).every(([name, type]) => typeof state[name] === type)) return false
  if (state.repeated !== undefined && state.repeated !== true) return false
  if (state.fileUrl !== undefined && typeof state.fileUrl !== 'string') return false
  return isRequest(state.request)
}

function isRequest(request: unknown): boolean {
  if (!isRecord(request)) return false
  const { type, input, delivery = { method: 'FILE_STORAGE' } } = request
  if (typeof type !== 'string' || !Object.hasOwn(inputOf, type) || !isRecord(input)) return false
  if (!inputOf[type as ExportRequest['type']].every((name) => typeof input[name] === 'string')) {
    return false
  }
  if (!isRecord(delivery) || typeof delivery.method !== 'string') return false
  if (!Object.hasOwn(deliveryFields, delivery.method)) return false
  const fields = deliveryFields[delivery.method as Delivery['method']]
  return fields.every((name) => typeof delivery[name] === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
