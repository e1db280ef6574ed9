import type { Place } from './place.ts'
import { type CompareState, copiesToCompare, type Session } from './session.ts'

/** Goes to a place; one that has not been read yet is kept until it has. */
export function moved(session: Session, place: Place): Session {
  if (session.status === 'empty') return { ...session, awaited: place }
  const next = arrived(session, place)
  return session.status === 'reading' && !isThere(session, place)
    ? { ...next, awaited: place }
    : next
}

/** Goes where a person wanted to be once that has been read. */
export function afterMove(session: Session): Session {
  const { awaited, ...rest } = session
  if (awaited === undefined) return session
  return isThere(session, awaited) ? arrived(rest, awaited) : session
}

function isThere({ documents, projects }: Session, { document = 0, project = 0 }: Place): boolean {
  return document < documents.length && project < projects.length
}

function arrived(session: Session, place: Place): Session {
  const { spot: _, page, awaited: __, ...rest } = session
  const { tab, document, spot } = place
  const next: Session = { ...rest, tab }
  switch (tab) {
    case 'overview': {
      const { sorting: ___, ...unsorted } = next
      const { filter, sorting } = place
      return { ...unsorted, filter, ...(page && { page }), ...(sorting && { sorting }) }
    }
    case 'documents': {
      const entry = document === undefined ? undefined : session.documents[document]
      const kept = page !== undefined && (entry === undefined || page.document === entry.index)
      return {
        ...next,
        ...(entry && {
          selected: entry.index,
          project: entry.project,
          cabinet: entry.cabinet,
          chosen: true,
        }),
        ...(kept ? { page } : {}),
        ...(spot && { spot }),
      }
    }
    case 'compare':
      return { ...next, ...(page && { page }), compare: compared(session, place) }
    case 'convert':
    case 'problems':
      return { ...next, ...(page && { page }) }
    default:
      return tab satisfies never
  }
}

function compared(session: Session, { project, copies, disagreement }: Place): CompareState {
  const { disagreement: _, beside: __, ...known } = session.compare
  const same =
    (project === undefined || project === (known.project ?? session.project)) &&
    (copies === undefined || String(copies) === String(copiesToCompare(session)))
  const at = disagreement === undefined ? {} : { disagreement }
  if (same) return { ...known, ...at }
  return { ...(project === undefined ? {} : { project }), ...(copies && { copies }), ...at }
}
