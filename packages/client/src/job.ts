import { backoff, pollPauses } from './backoff.ts'
import { call } from './call.ts'
import { GetProjectJobOperation } from './generated/graphql.ts'
import type { Session } from './session.ts'

/** Waits for a job that makes a project, and gives the project's id. */
export async function waitForJob(
  session: Session,
  jobId: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { clock, limits, random, fail } = session
  const wrong = (text: string, retryable: boolean): Error =>
    fail({ code: 'client/creation-failed', message: `Job ${jobId}: ${text}`, retryable })
  const pause = backoff(pollPauses, random)
  const started = clock.now()
  let unknownSince: number | undefined
  for (;;) {
    await clock.sleep(pause(), signal)
    const { getJob: job } = await call(session, {
      document: GetProjectJobOperation,
      variables: { jobId },
      repeatable: true,
      signal,
    })
    const status = job === null ? 'NONE' : String(job.status)
    if (job !== null && status === 'DELIVERED') {
      if (job.resultId !== null && String(job.resultId) !== '') return String(job.resultId)
      throw wrong('it is done and names no project.', false)
    }
    if (job !== null && status === 'FAILED') {
      const ids = (job.errors ?? []).map(({ id }) => id).join(', ')
      throw wrong(`the server failed to make the project (${ids || 'it gives no reason'}).`, false)
    }
    unknownSince = status === 'NONE' ? (unknownSince ?? clock.now()) : undefined
    if (unknownSince !== undefined && clock.now() - unknownSince >= limits.unknownJobMs) {
      throw wrong('the server does not know it any more.', false)
    }
    if (limits.waitMs > 0 && clock.now() - started > limits.waitMs) {
      throw wrong(`not done after ${limits.waitMs / 1_000} s. The server goes on.`, true)
    }
  }
}
