import type { Annotation, Comment, LabeledDocument } from '@labelport/model'
import { type LineScope, placeFields, type Written } from './annotations.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'

/** A comment as an object of fixed fields. */
export function commentObject(
  { id, text, about, by, at, resolved }: Comment,
  scope: LineScope,
): Written {
  const target = about.type === 'text' ? about.target : undefined
  const place = placeFields(target, scope)
  const fields = {
    id,
    text,
    about: about.type,
    about_id: about.type === 'annotation' ? about.id : null,
    reply_to: about.type === 'reply' ? about.to : null,
    reference: about.type === 'elsewhere' ? about.reference : null,
    ...place.fields,
    person: scope.personName(by),
    created_at: at ?? null,
    resolved: resolved ?? null,
  }
  return { ...place, fields }
}

/** The comments on what is used of a document; undefined when nobody asked for comments. Drops the others. */
export function keptComments(
  { annotations, comments }: LabeledDocument,
  used: readonly Annotation[],
  fates: Pick<DocumentFates, 'drop'>,
  options: Pick<Options, 'comments'>,
): readonly Comment[] | undefined {
  if (!options.comments) {
    for (const { id } of comments) fates.drop('comment', 'comments-off', id)
    return undefined
  }
  const gone = new Set(annotations.map(({ id }) => id))
  for (const { id } of used) gone.delete(id)
  return comments.filter(({ id, about }) => {
    if (about.type !== 'annotation' || !gone.has(about.id)) return true
    fates.drop('comment', 'about-left-out', id)
    return false
  })
}
