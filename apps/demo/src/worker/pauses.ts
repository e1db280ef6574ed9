import { turn } from './turn.ts'

/** Long work with a turn of the event loop now and then, which lets messages in: a cancel, or the wish for a page. */
export interface Pauses {
  /** Whether the last pause was long enough ago. */
  isDue(): boolean
  /** Rejects with the signal's reason when it was aborted meanwhile. */
  take(): Promise<void>
}

/** How long work goes on without a pause, in milliseconds. */
const stretch = 50

/** Starts a stretch of work. */
export function openPauses(signal: AbortSignal | undefined): Pauses {
  let last = performance.now()
  return {
    isDue: () => performance.now() - last >= stretch,
    async take() {
      await turn()
      signal?.throwIfAborted()
      last = performance.now()
    },
  }
}
