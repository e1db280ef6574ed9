/** Waits for one turn of the event loop when the last is long ago; undefined when there is no need yet. */
export type Pause = () => Promise<void> | undefined

/**
 * Files are read and written without waiting, so a long run would never hear of Ctrl-C: signals come only
 * when the event loop turns. A loop that awaits a pause in each round hears them within `everyMs`.
 */
export function openPauses(signal: AbortSignal, everyMs = 50): Pause {
  let last = performance.now()
  return () => {
    if (performance.now() - last < everyMs) return undefined
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        last = performance.now()
        if (signal.aborted) reject(signal.reason)
        else resolve()
      })
    })
  }
}

/** The same items, with pauses between them. */
export async function* withPauses<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const pause = openPauses(signal)
  for await (const item of items) {
    const waiting = pause()
    if (waiting !== undefined) await waiting
    yield item
  }
}
