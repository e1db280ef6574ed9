/**
 * What is asked of a server, unless the signal is aborted first: then it rejects with the signal's reason, and `late`
 * is told of the answer that nobody waits for any more.
 */
export function heed<Answer>(
  asked: Promise<Answer>,
  signal: AbortSignal | undefined,
  late: (answer: Answer) => unknown = () => {},
): Promise<Answer> {
  if (signal === undefined) return asked
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason)
      // The connection may be gone for good by then.
      asked.then(late).catch(() => {})
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    asked
      .then((answer) => {
        if (!signal.aborted) resolve(answer)
      }, reject)
      .finally(() => signal.removeEventListener('abort', stop))
  })
}
