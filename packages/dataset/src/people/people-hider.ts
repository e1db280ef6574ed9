import type { Pseudonyms } from '@labelport/format'
import type { Annotation, Cabinet, Comment, LabeledDocument, Origin, User } from '@labelport/model'

/** Puts pseudonyms in place of people, wherever the model names them. */
export interface PeopleHider {
  user(user: User): User
  origin(origin: Origin): Origin
  /** Also the folder, whose name is made of the labeler's e-mail. */
  cabinet(cabinet: Cabinet): Cabinet
  comment(comment: Comment): Comment
  /** A path or an id with the folder of a copy in it. */
  path(path: string, cabinet: Cabinet | undefined): string
  document(document: LabeledDocument): LabeledDocument
}

/** Hides people behind the given pseudonyms. */
export function peopleHider(pseudonyms: Pseudonyms): PeopleHider {
  const user = (one: User): User => ({ name: pseudonyms.of(one) })
  const folderOf = ({ folder = '', user: owner }: Cabinet): string => {
    const hyphen = folder.indexOf('-')
    if (hyphen === -1) return folder
    const flat = folder.slice(hyphen + 1)
    return `${folder.slice(0, hyphen)}-${pseudonyms.of(owner ?? { name: flat })}`
  }
  const cabinet = remembered<Cabinet>((one) => ({
    ...one,
    ...(one.user && { user: user(one.user) }),
    ...(one.folder !== undefined && { folder: folderOf(one) }),
  }))
  const origin = (one: Origin): Origin => {
    if (one.user === undefined && one.judge === undefined) return one
    return {
      ...one,
      ...(one.user && { user: user(one.user) }),
      ...(one.judge && { judge: user(one.judge) }),
    }
  }
  /** Only what changes is copied: there are millions, and most name nobody. */
  const annotation = ({ extra, ...one }: Annotation): Annotation => {
    const votes = extra?.merge
    const kept = votes === undefined ? one : { ...one, extra: { merge: votes } }
    const shown = origin(one.origin)
    return shown === one.origin ? kept : { ...kept, origin: shown }
  }
  const comment = ({ extra: _, ...one }: Comment): Comment =>
    one.by === undefined ? one : { ...one, by: user(one.by) }
  const path = (one: string, of: Cabinet | undefined): string =>
    of?.folder?.includes('-') ? one.replaceAll(of.folder, folderOf(of)) : one
  return {
    user,
    origin,
    cabinet,
    comment,
    path,
    document({ extra: _, ...document }) {
      const owner = document.cabinet
      const shown = {
        id: path(document.id, owner),
        name: path(document.name, owner),
        annotations: document.annotations.map(annotation),
        comments: document.comments.map(comment),
      }
      const hidden = Object.assign(document, shown)
      return owner === undefined ? hidden : Object.assign(hidden, { cabinet: cabinet(owner) })
    },
  }
}

/** Copies share their cabinet, and what is made of it is shared as well. */
function remembered<T extends object>(make: (value: T) => T): (value: T) => T {
  const made = new WeakMap<T, T>()
  return (value) => {
    const found = made.get(value) ?? make(value)
    made.set(value, found)
    return found
  }
}
