import type { HookChange } from './deliveries.ts'
import type { Job } from './jobs.ts'
import type { Reply } from './reply.ts'
import type { Storage } from './storage.ts'

/** The steps at which something can go wrong; `list` is a page of projects, `read` any other reading. */
export type Stage =
  | 'token'
  | 'request'
  | 'status'
  | 'job'
  | 'probe'
  | 'download'
  | 'list'
  | 'read'
  | 'upload'
  | 'create'
  | 'hook'

/** When a fault strikes, and how. Plain JSON. */
export interface FaultSettings {
  /** Only for exports of this project. Absent means all; tokens belong to no project. */
  readonly project?: string
  /** Only at this step. Absent means at each step the fault is made for. */
  readonly stage?: Stage
  /** The first request that is struck, from 1. Absent means the first. */
  readonly from?: number
  /** How many requests are struck. Absent means one, or one for each of `statuses`. */
  readonly times?: number
  /** Strikes from `from` on without end. */
  readonly always?: boolean
  /** Bytes that are sent, or left out, or the place an answer starts at. */
  readonly bytes?: number
  /** An HTTP status. */
  readonly status?: number
  /** The value of a Retry-After header. */
  readonly retryAfter?: string
  readonly message?: string
  /** Delivery statuses, one for each request. */
  readonly statuses?: readonly string[]
  /** The name of an odd zip. */
  readonly zip?: string
  /** What `expires_in` says. */
  readonly lifeSeconds?: number | string
}

/** What a fault knows of the request it strikes. */
export interface FaultFacts {
  readonly settings: FaultSettings
  /** Counts the strikes of this fault, from 0. */
  readonly strike: number
  readonly job: Job | undefined
  readonly storage: Storage
  /** Of the server, without a slash at its end. */
  readonly origin: string
  /** Path and query of the request. */
  readonly target: string
  readonly body: string
  readonly now: number
}

/** One row of the fault table. */
export interface FaultRow {
  readonly stages: readonly Stage[]
  /** Answers in place of the server, which does not see the request. */
  readonly instead?: (facts: FaultFacts) => Reply | undefined
  /** Prepares the server before it answers. */
  readonly before?: (facts: FaultFacts) => void
  /** Makes other calls to a webhook of one. */
  readonly call?: HookChange
  /** Changes what the server answers. */
  readonly after?: (reply: Reply, facts: FaultFacts) => Reply
}
