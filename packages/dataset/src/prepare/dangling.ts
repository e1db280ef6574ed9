import type { Annotation, Comment } from '@labelport/model'

/** The statements something refers to, by id; empty for those that stand on their own. */
export function referencesOf(annotation: Annotation): readonly string[] {
  if (annotation.type === 'relation') return [annotation.from, annotation.to]
  if (annotation.type === 'answer' && annotation.about.type === 'annotation') {
    return [annotation.about.id]
  }
  return []
}

/** The ids of statements that cannot stay because something they refer to, however far away, does not. */
export function danglingIn(kept: readonly Annotation[]): ReadonlySet<string> {
  const dangling = new Set<string>()
  const present = new Set(kept.map(({ id }) => id))
  for (let before = -1; before !== dangling.size; ) {
    before = dangling.size
    for (const annotation of kept) {
      if (dangling.has(annotation.id)) continue
      const whole = referencesOf(annotation).every((id) => present.has(id) && !dangling.has(id))
      if (!whole) dangling.add(annotation.id)
    }
  }
  return dangling
}

/** A comment about a statement that did not stay: it keeps its words and names the statement as elsewhere. */
export function detached(comment: Comment, reference: string): Comment {
  return { ...comment, about: { type: 'elsewhere', reference } }
}
