import type { Annotation, Comment, LabeledDocument, Origin, User } from '@labelport/model'

/** Who the people of an export are: files often tell an id where another file tells the name. */
export interface Directory {
  learn(document: LabeledDocument): void
  /** Annotations and comments with the names that are known. */
  annotation(annotation: Annotation): Annotation
  comment(comment: Comment): Comment
}

/** Opens an empty directory. */
export function openDirectory(): Directory {
  const people = new Map<string, User>()
  const meet = (user: User | undefined): void => {
    if (user?.id !== undefined && (user.name ?? user.email) !== undefined) people.set(user.id, user)
  }
  const named = (user: User | undefined): User | undefined =>
    user?.id !== undefined && user.name === undefined ? { ...people.get(user.id), ...user } : user
  const origin = (one: Origin): Origin => {
    const user = named(one.user)
    const judge = named(one.judge)
    if (user === one.user && judge === one.judge) return one
    return { ...one, ...(user && { user }), ...(judge && { judge }) }
  }
  return {
    learn(document) {
      meet(document.cabinet?.user)
      for (const { by } of document.comments) meet(by)
      for (const { origin: one } of document.annotations) meet(one.user)
    },
    annotation(annotation) {
      const known = origin(annotation.origin)
      return known === annotation.origin ? annotation : { ...annotation, origin: known }
    },
    comment(comment) {
      const by = named(comment.by)
      return by === undefined || by === comment.by ? comment : { ...comment, by }
    },
  }
}
