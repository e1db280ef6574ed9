import type { OnEvent } from './event.ts'
import type { Limits } from './limits.ts'
import type { ExportState } from './state.ts'
import type { DownloadTarget } from './target.ts'
import type { ExpectedCall } from './webhook-receiver.ts'

/** How an export is run whose file goes elsewhere. */
export interface SendOptions {
  /** Stops waiting and downloading; the server goes on. The export can be resumed from its last state. */
  readonly signal?: AbortSignal
  readonly onEvent?: OnEvent
  /** Receives every new state before the next step begins, to be stored; it holds the signed link. */
  readonly onState?: (state: ExportState) => void | Promise<void>
  /** Where they differ from the client's. */
  readonly limits?: Partial<Limits>
}

/** How one export is run. */
export interface ExportOptions extends SendOptions {
  readonly target: DownloadTarget
  /** Looks at a download when all its bytes are at the target and before it is finished. */
  readonly verify?: Verify
}

/** Says what is wrong with a download, or nothing. What is wrong is downloaded again. */
export type Verify = (file: CompleteFile) => string | undefined | Promise<string | undefined>

/** A download of which nothing is missing. */
export interface CompleteFile {
  readonly exportId: string
  readonly bytes: number
  /** Absent when the storage does not tell it. */
  readonly etag?: string
}

/** What the steps of an export share. */
export interface Step {
  readonly signal: AbortSignal | undefined
  readonly onEvent: OnEvent
}

/** What only the process that asked for an export knows of it. */
export interface Asking {
  /** What a webhook call will be signed with. */
  readonly secret?: string | undefined
  /** The call that brings the link. */
  readonly call?: ExpectedCall | undefined
}
