import type { ExportField, ExportInput } from '../export-plan.ts'
import type { Served } from './served.ts'

interface WithInput {
  readonly input: ExportInput
}

/** Exports, and where they stand. */
export function exportResolvers({ jobs }: Served): object {
  const start =
    (field: ExportField) =>
    ({ input, ...rest }: WithInput): Promise<object> =>
      jobs.start(field, { ...input, ...rest })
  const standing = async (id: string): Promise<object | undefined> => {
    const job = jobs.get(id)
    const outcome = await job?.outcome
    if (job === undefined || outcome === undefined) return undefined
    const { resultId = null } = job
    if (outcome.type === 'delivered') return { status: 'DELIVERED', errors: [], resultId }
    const { name, message, stack } = outcome.error
    const errors = [
      { id: 'export.failed', stack: stack ?? `${name}: ${message}`, args: { message } },
    ]
    return { status: 'FAILED', errors, resultId: null }
  }
  const job = async (id: string): Promise<object | null> => {
    const found = await standing(id)
    return found === undefined ? null : { id, ...found }
  }
  return {
    exportTextProject: start('exportTextProject'),
    exportTextProjectDocument: start('exportTextProjectDocument'),
    exportTeamOverview: start('exportTeamOverview'),
    exportTestProjectResult: start('exportTestProjectResult'),
    exportTeamIAA: start('exportTeamIAA'),
    exportCustomReport: start('exportCustomReport'),
    getExportDeliveryStatus: async ({ exportId }: { readonly exportId: string }) => {
      const found = await standing(exportId)
      return found === undefined
        ? { deliveryStatus: 'NONE', errors: [] }
        : { ...found, deliveryStatus: Reflect.get(found, 'status') }
    },
    getJob: ({ jobId }: { readonly jobId: string }) => job(jobId),
    // An unknown job is null in a list that promises none: so the service does it.
    getJobs: ({ jobIds }: { readonly jobIds: readonly string[] }) => Promise.all(jobIds.map(job)),
  }
}
