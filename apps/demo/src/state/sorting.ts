import type { DocumentEntry, ProjectView } from '../protocol.ts'
import { type Holding, holdingCount } from './filter.ts'

/** The columns of the table of documents that hold numbers. */
export const numberColumns = [
  'rows',
  'tokens',
  'characters',
  'span',
  'relation',
  'box',
  'timestamp',
  'answer',
  'comment',
  'conflict',
  'rejected',
  'hidden',
] as const satisfies readonly ('rows' | 'tokens' | 'characters' | Holding)[]

/** A column that holds numbers. */
export type NumberColumn = (typeof numberColumns)[number]

/** A column of the table of documents. */
export type Column = 'name' | 'copy' | NumberColumn

/** By which column a table is sorted, and whether from the highest. Absent means the order of the export. */
export interface Sorting {
  readonly by: Column
  readonly down: boolean
}

const collator = new Intl.Collator('en', { numeric: true })

/** The documents in another order; equal ones stay as they were. */
export function sorted(
  documents: readonly DocumentEntry[],
  sorting: Sorting | undefined,
  projects: readonly ProjectView[],
): readonly DocumentEntry[] {
  if (sorting === undefined) return documents
  const { by, down } = sorting
  const sign = down ? -1 : 1
  if (by === 'name' || by === 'copy') {
    const text = (entry: DocumentEntry) => (by === 'name' ? entry.name : copyTitle(entry, projects))
    return [...documents].sort((a, b) => sign * collator.compare(text(a), text(b)))
  }
  return [...documents].sort((a, b) => sign * (numberIn(a, by) - numberIn(b, by)))
}

/** The number of a column. */
export function numberIn(entry: DocumentEntry, column: NumberColumn): number {
  if (column === 'rows' || column === 'tokens' || column === 'characters') return entry[column]
  return holdingCount(entry, column)
}

/** Of which project and whose copy a document is, in words. */
export function copyTitle(
  { project, cabinet }: DocumentEntry,
  projects: readonly ProjectView[],
): string {
  const found = projects[project]
  const title = found?.cabinets[cabinet]?.title ?? ''
  return projects.length > 1 ? `${found?.title ?? ''} \u00b7 ${title}` : title
}
