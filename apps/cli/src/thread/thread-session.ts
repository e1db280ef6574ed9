import { openSession, type Session } from '../session.ts'
import type { Surroundings } from '../surroundings.ts'

/** What a thread has to know of the run it belongs to. */
export interface ThreadSurroundings extends Pick<Surroundings, 'env' | 'cwd' | 'version'> {}

/** What of a session goes to its threads; it can be copied. */
export function threadSurroundings({ env, cwd, version }: Session): ThreadSurroundings {
  return { env: { ...env }, cwd, version }
}

/** A session that shows nothing: threads send back what there is to say. The pool ends them, so nothing aborts. */
export function openThreadSession(surroundings: ThreadSurroundings): Session {
  const silent = { write() {}, isTerminal: false }
  const signal = new AbortController().signal
  return openSession({ ...surroundings, stdout: silent, stderr: silent, signal }, { json: true })
}
