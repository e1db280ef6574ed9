import type { OnEvent } from './event.ts'
import type { Limits } from './limits.ts'
import type { ExportState } from './state.ts'
import type { DownloadTarget } from './target.ts'

/** How one export is run. */
export interface ExportOptions {
  readonly target: DownloadTarget
  /** Stops waiting and downloading; the server goes on. The export can be resumed from its last state. */
  readonly signal?: AbortSignal
  readonly onEvent?: OnEvent
  /** Receives every new state before the next step begins, to be stored; it holds the signed link. */
  readonly onState?: (state: ExportState) => void | Promise<void>
  /** Where they differ from the client's. */
  readonly limits?: Partial<Limits>
}

/** What the steps of an export share. */
export interface Step {
  readonly signal: AbortSignal | undefined
  readonly onEvent: OnEvent
}
