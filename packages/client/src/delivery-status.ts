import { call } from './call.ts'
import type { JobProblem } from './event.ts'
import { GetExportDeliveryStatusOperation, GetJobOperation } from './generated/graphql.ts'
import type { Redactor } from './redact.ts'
import type { Session } from './session.ts'

/** Where a job stands. The status is an open set: servers learn new words. */
export interface JobStanding {
  readonly status: string
  readonly errors: readonly JobProblem[]
}

/** Asks how far an export has come. */
export async function deliveryStatus(
  session: Session,
  exportId: string,
  signal?: AbortSignal,
): Promise<JobStanding> {
  const { getExportDeliveryStatus: standing } = await call(session, {
    document: GetExportDeliveryStatusOperation,
    variables: { exportId },
    repeatable: true,
    exportId,
    signal,
  })
  return { status: String(standing?.deliveryStatus), errors: problems(session, standing?.errors) }
}

/** Asks for the job behind an export; undefined when the server does not know it. */
export async function jobOfExport(
  session: Session,
  exportId: string,
  signal?: AbortSignal,
): Promise<JobStanding | undefined> {
  const { getJob: job } = await call(session, {
    document: GetJobOperation,
    variables: { jobId: exportId },
    repeatable: true,
    exportId,
    signal,
  })
  return job ? standingOf(session, job) : undefined
}

/** What a job's answer says. */
export function standingOf(
  session: Session,
  job: { readonly status: string; readonly errors: readonly JobProblem[] },
): JobStanding {
  return { status: String(job.status), errors: problems(session, job.errors) }
}

function problems({ redactor }: Session, errors: readonly JobProblem[] | undefined): JobProblem[] {
  return (errors ?? []).map(({ id, stack, args }) => ({
    id: redactor.redact(String(id)),
    stack: redactor.redact(String(stack)),
    args: redacted(args ?? null, redactor),
  }))
}

/** A copy of a JSON value without secrets in its texts. */
function redacted(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.redact(value)
  if (Array.isArray(value)) return value.map((item) => redacted(item, redactor))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, redacted(item, redactor)])
  return Object.fromEntries(entries)
}
