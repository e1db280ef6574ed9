import JSZip from 'jszip'
import type { EmulatedProject } from './project.ts'

/** Dates inside an archive say nothing, so that equal teams give equal bytes. */
const date = new Date(Date.UTC(2020, 0, 1))

/** The overview of a team: a zip with one table of its projects. */
export function teamOverview(projects: readonly EmulatedProject[]): Promise<Uint8Array> {
  const rows = projects.map(({ id, name, cabinets }) => [
    id,
    name,
    String(cabinets.filter(({ cabinet }) => cabinet.role === 'labeler').length),
    String(cabinets.find(({ cabinet }) => cabinet.role === 'root')?.documents.length ?? 0),
  ])
  const zip = new JSZip()
  zip.file('Projects.csv', table([['Id', 'Project', 'Labelers', 'Documents'], ...rows]), { date })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** How many statements each person made: the table behind the other reports. */
export async function statementTable(projects: readonly EmulatedProject[]): Promise<Uint8Array> {
  const rows = projects.flatMap(({ name, cabinets }) =>
    cabinets.map(({ cabinet, documents }) => [
      name,
      cabinet.role,
      cabinet.user?.name ?? '',
      String(documents.reduce((sum, { annotations }) => sum + annotations.length, 0)),
    ]),
  )
  return new TextEncoder().encode(table([['Project', 'Role', 'Person', 'Statements'], ...rows]))
}

function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('')
}
