import type { Step } from './options.ts'
import type { Session } from './session.ts'
import type { ExportState } from './state.ts'

/** An export that the server has made. */
export type DeliveredState = Extract<ExportState, { type: 'delivered' }>

/** How an export comes to its end. */
export type Ended<Result> =
  | { readonly type: 'done'; readonly result: Result; readonly bytes?: number }
  /** Its link has died. */
  | { readonly type: 'expired' }

/** What is left to do with an export that the server has made. */
export type Ending<Result> = (
  session: Session,
  state: DeliveredState,
  step: Step,
) => Promise<Ended<Result>>
