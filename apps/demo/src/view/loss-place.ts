import type { StatementType } from '@labelport/model'
import type { ConversionChoice } from '../conversion-view.ts'
import { everyProject, type Spot } from '../protocol.ts'
import type { Place } from '../state/place.ts'
import type { Session } from '../state/session.ts'

/**
 * Where a statement of a ledger lies. A ledger tells documents by name, so the first document of that name
 * among those that are converted is taken. Undefined when there is none.
 */
export function lossPlace(
  { documents, projects }: Pick<Session, 'documents' | 'projects'>,
  { project, cabinet, preparation }: Pick<ConversionChoice, 'project' | 'cabinet' | 'preparation'>,
  name: string,
  id: string,
  type: StatementType,
): Partial<Place> | undefined {
  const isChosen = (entry: (typeof documents)[number]): boolean => {
    const owner = projects[entry.project]?.cabinets[entry.cabinet]?.cabinet
    if (cabinet === 'all') return true
    if (cabinet === 'labelers' || (cabinet === 'review' && preparation.merge !== undefined))
      return owner?.role === 'labeler'
    if (cabinet === 'review') return owner === undefined || owner.role === 'review'
    return owner?.folder === cabinet
  }
  const found = documents.find(
    (entry) =>
      entry.name === name &&
      (project === everyProject || entry.project === project) &&
      isChosen(entry),
  )
  if (found === undefined) return undefined
  const spot = spotOf(type, id)
  return { tab: 'documents', document: found.index, ...(spot && { spot }) }
}

/** Cells are told by their index; comments stand beside what they are about. */
function spotOf(type: StatementType, id: string): Spot | undefined {
  if (type === 'comment') return undefined
  return type === 'cell' ? { type: 'cell', cell: Number(id) } : { type: 'annotation', id }
}
