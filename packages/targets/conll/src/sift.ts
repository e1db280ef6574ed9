import { doubtOf, type LabeledDocument, type Span } from '@labelport/model'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'

/** The labels of a document that are used. Drops everything a CoNLL file has no place for. */
export function siftSpans(
  document: LabeledDocument,
  fates: DocumentFates,
  unresolved: Options['unresolved'],
): readonly Span[] {
  const spans: Span[] = []
  for (const annotation of document.annotations) {
    const doubt = unresolved === 'exclude' ? doubtOf(annotation.origin) : undefined
    if (annotation.type !== 'span') fates.drop(annotation.type, 'no-place', annotation.id)
    else if (doubt !== undefined) fates.drop('span', doubt, annotation.id)
    else spans.push(annotation)
  }
  for (const comment of document.comments) fates.drop('comment', 'no-place', comment.id)
  return spans
}
