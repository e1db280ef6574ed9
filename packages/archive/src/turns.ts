/**
 * Waits for a turn of the event loop after every so many calls; undefined in between. A call that took longer than
 * others counts as several.
 */
export type Turn = (calls?: number) => Promise<void> | undefined

const callsPerTurn = 16_384

/**
 * A directory of a million entries takes seconds without waiting for anything, and nothing else would be
 * heard of meanwhile, not even that the signal is aborted. The promise rejects with the signal's reason.
 */
export function openTurns(signal?: AbortSignal): Turn {
  let left = callsPerTurn
  return (calls = 1) => {
    left -= calls
    if (left > 0) return undefined
    left = callsPerTurn
    return new Promise((resolve) => setTimeout(resolve, 0)).then(() => signal?.throwIfAborted())
  }
}
