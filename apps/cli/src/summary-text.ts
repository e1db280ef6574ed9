import type { ExportSet } from '@labelport/archive'
import type { Summary, Totals } from '@labelport/dataset'
import type { Cabinet } from '@labelport/model'
import { cabinetName } from './selection.ts'
import type { Session } from './session.ts'
import { grouped, type TableColumn, table } from './table.ts'
import { wrap } from './wrap.ts'

/** A summary for people. */
export function summaryText(summary: Summary, found: ExportSet, session: Session): string {
  const { projects, labels, tasks, totals } = summary
  const parts: string[] = []
  const names = projects.map(({ name, id }) => name ?? id ?? 'a project without a name')
  if (names.length > 0) {
    const tail = tasks.length === 0 ? '' : ` (${tasks.join(', ')})`
    const noun = names.length === 1 ? 'Project' : `${grouped(names.length)} projects`
    parts.push(`${session.safe(`${noun} ${names.slice(0, 5).join(', ')}${tail}`)}\n`)
  }
  parts.push(copiesTable(summary, session))
  if (totals.hidden > 0) parts.push(`${grouped(totals.hidden)} cells are hidden or deleted.\n`)
  const rest = copiesNotShown(summary, found)
  if (rest.length > 0) {
    const shown = rest.slice(0, 5).join(', ')
    const more = rest.length > 5 ? ` and ${grouped(rest.length - 5)} more` : ''
    const text = session.safe(`Also there: ${shown}${more} (--cabinet all shows them).`)
    parts.push(`${wrap(text, session.width, 2)}\n`)
  }
  if (labels.length > 0) {
    const columns: TableColumn[] = [
      { title: 'label' },
      { title: 'label set' },
      { title: 'type' },
      { title: 'count', align: 'right' },
    ]
    const rows = labels.map(({ type, labelSet = '', label = '(no label)', count }) => [
      session.safe(label),
      session.safe(labelSet),
      type,
      count,
    ])
    parts.push(table(columns, rows, session.width))
  }
  const troubles = session.diagnostics.describe()
  parts.push(troubles === '' ? 'Nothing was wrong with the files.\n' : `${troubles}.\n`)
  return parts.join('\n')
}

const counted = [
  'documents',
  'rows',
  'tokens',
  'spans',
  'relations',
  'boxes',
  'timestamps',
  'answers',
  'comments',
] as const satisfies readonly (keyof Totals)[]

/** One row for each copy; columns that hold only zeros are left out. */
function copiesTable({ totals, cabinets, projects }: Summary, session: Session): string {
  const used = counted.filter((name) => name === 'documents' || totals[name] > 0)
  const columns: TableColumn[] = [
    { title: 'copy' },
    ...used.map((title) => ({ title, align: 'right' as const })),
  ]
  const row = (name: string, of: Totals) => [session.safe(name), ...used.map((key) => of[key])]
  const rows = cabinets.map((cabinet) => {
    const project =
      projects.length > 1 && cabinet.project !== undefined ? `${cabinet.project}/` : ''
    return row(`${project}${cabinetName(cabinet)}`, cabinet.totals)
  })
  if (cabinets.length !== 1 || totals.roles.none > 0) rows.push(row('all together', totals))
  return table(columns, rows, session.width)
}

function copiesNotShown(summary: Summary, found: ExportSet): readonly string[] {
  const key = ({ role, folder }: Cabinet): string => `${role}/${folder ?? ''}`
  const shown = new Set(summary.cabinets.map(key))
  const all = found.projects.flatMap(({ cabinets }) => cabinets)
  const rest = all.flatMap(({ cabinet, files }) =>
    cabinet === undefined || files.length === 0 || shown.has(key(cabinet))
      ? []
      : [cabinetName(cabinet)],
  )
  return [...new Set(rest)]
}
