import type { Comment } from '@labelport/model'
import { type LineScope, placeFields, type Written } from './annotations.ts'

/** A comment as an object of fixed fields. */
export function commentObject(
  { id, text, about, by, at, resolved }: Comment,
  scope: LineScope,
): Written {
  const target = about.type === 'text' ? about.target : undefined
  const place = placeFields(target, scope.document, scope.text)
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
