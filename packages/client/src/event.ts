/** News of an export, safe to log. */
export type ExportEvent =
  | { readonly type: 'requested'; readonly exportId: string }
  /** The answer to the request was lost; it is asked once more, which may cost the server a job. */
  | { readonly type: 'repeat'; readonly reason: string }
  /** The job's status changed; a word not known here is passed on as it came. */
  | { readonly type: 'status'; readonly exportId: string; readonly status: string }
  | { readonly type: 'unknown-status'; readonly exportId: string; readonly status: string }
  /** The server's own words about a failed job; stacks are for debugging. */
  | {
      readonly type: 'job-errors'
      readonly exportId: string
      readonly errors: readonly JobProblem[]
    }
  /** The file is not yet behind its link. */
  | { readonly type: 'file-awaited'; readonly exportId: string; readonly found: string }
  /** The link is written in a way that the standard fetch changes before it sends it. */
  | { readonly type: 'link-rewritten'; readonly exportId: string }
  /** `total` is absent when the storage does not tell it. */
  | {
      readonly type: 'download'
      readonly exportId: string
      readonly have: number
      readonly total?: number
    }
  | {
      readonly type: 'progress'
      readonly exportId: string
      readonly have: number
      readonly total?: number
    }
  | {
      readonly type: 'retry'
      readonly exportId: string
      readonly reason: string
      readonly pauseMs: number
    }
  | { readonly type: 'restart'; readonly exportId: string; readonly reason: string }
  /** The link died; a new export takes the place of `exportId`. */
  | { readonly type: 'renewal'; readonly exportId: string }
  | { readonly type: 'done'; readonly exportId: string; readonly bytes: number }

/** One error of a failed job. */
export interface JobProblem {
  readonly id: string
  readonly stack: string
  /** Any JSON. */
  readonly args: unknown
}

/** Receives news. */
export type OnEvent = (event: ExportEvent) => void
