import { call } from '../call.ts'
import { type JobStanding, standingOf } from '../delivery-status.ts'
import { GetJobsOperation } from '../generated/graphql.ts'
import type { Session } from '../session.ts'

/** Where jobs stand, in the order of their ids. */
export async function readJobs(
  session: Session,
  jobIds: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly (JobStanding | undefined)[]> {
  if (jobIds.length === 0) return []
  const { getJobs } = await call(session, {
    document: GetJobsOperation,
    variables: { jobIds },
    repeatable: true,
    signal,
  })
  // The server gives null for what it does not know; older ones leave it out.
  const known = new Map(
    (getJobs ?? []).flatMap((job) =>
      job ? [[String(job.id), standingOf(session, job)] as const] : [],
    ),
  )
  return jobIds.map((id) => known.get(id))
}
