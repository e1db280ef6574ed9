import type { SyncOutcome } from '@labelport/sync-queue'
import { type ExitCode, exitCodes } from '../exit.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import type { Unchanged } from './plan.ts'

/** What became of one project. */
export type SyncRow = { readonly id: string; readonly name: string } & (
  | SyncOutcome
  | ({ readonly type: 'unchanged' } & Unchanged)
)

/** Shows what became of all projects, and says by the exit code whether all is well. */
export function summarize(
  found: readonly SyncRow[],
  { out, format }: { readonly out: string; readonly format: string },
  session: Session,
): ExitCode {
  const projects = [...found].sort((a, b) => (a.id < b.id ? -1 : 1))
  const number = (type: SyncRow['type']): number =>
    projects.filter((row) => row.type === type).length
  const totals = {
    brought: number('brought'),
    unchanged: number('unchanged'),
    failed: number('failed'),
  }
  session.result({ out, format, totals, projects }, () => {
    const rows = projects.map((one) =>
      [one.id, one.name, one.type, 'file' in one ? one.file : one.reason].map(session.safe),
    )
    const columns = ['id', 'project', 'what', 'file or reason'].map((title) => ({ title }))
    const sum = `${totals.brought} brought, ${totals.unchanged} unchanged, ${totals.failed} failed.`
    return rows.length === 0
      ? 'No project fits.\n'
      : `${table(columns, rows, session.width)}\n${sum}\n`
  })
  return totals.failed > 0 ? exitCodes.failed : exitCodes.done
}
