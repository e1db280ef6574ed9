/**
 * A browser does not say when it ends a worker for want of memory. It does give up the locks the worker held: so each
 * reader holds one, and whoever relies on it waits for it.
 */
const locks = typeof navigator === 'undefined' ? undefined : navigator.locks

/** Holds a lock until this worker ends, and tells its name once it is held. */
export function holdLifeLine(tell: (name: string) => void): void {
  const name = `labelport ${performance.timeOrigin} ${Math.random()}`
  void locks?.request(name, () => {
    tell(name)
    return new Promise<never>(() => {})
  })
}

/** Calls back when the worker that holds a lock has ended. */
export function watchLifeLine(name: string, ended: () => void): void {
  void locks?.request(name, ended)
}
