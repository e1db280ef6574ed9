import { type Session, shownDocuments } from './session.ts'

/** The review is the answer of a project, so it is what people want to see first. */
export function withReview(session: Session): Session {
  const shown = shownDocuments(session)
  const [first] = shown
  if (session.chosen) {
    return session.selected === undefined && first ? selected(session, first.index) : session
  }
  const cabinets = session.projects[session.project]?.cabinets ?? []
  const review = cabinets.findIndex(({ cabinet }) => cabinet?.role === 'review')
  if (review !== -1 && review !== session.cabinet) {
    return withCopy(session, session.project, review)
  }
  return session.selected === undefined && first ? selected(session, first.index) : session
}

/** Shows a copy, and in it the same file that was shown before where it has one. */
export function withCopy(session: Session, project: number, cabinet: number): Session {
  const { page: _, spot: __, selected: before, ...rest } = session
  const next: Session = { ...rest, project, cabinet }
  const shown = shownDocuments(next)
  const name = before === undefined ? undefined : session.documents[before]?.name
  const same = shown.find((one) => one.name === name) ?? shown[0]
  return same === undefined ? next : selected(next, same.index)
}

/** Another document; the part of the page that is shown stays, for documents turn up while a person looks elsewhere. */
export function selected(session: Session, index: number): Session {
  const document = session.documents[index]
  if (document === undefined || index === session.selected) return session
  const { page: _, spot: __, ...rest } = session
  const { project, cabinet } = document
  return { ...rest, project, cabinet, selected: index }
}
