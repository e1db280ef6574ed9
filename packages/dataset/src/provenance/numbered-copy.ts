import type { LabeledDocument } from '@labelport/model'
import { copiesOf, marked, sourcesOf } from './source-mark.ts'

/** A copy whose statements say which of several copies they come from. Copies nobody marked stay as they are. */
export function numberedCopy(document: LabeledDocument, copy: number): LabeledDocument {
  if (copy === 0 || copiesOf(document).length === 0) return document
  const moved = <T extends LabeledDocument['annotations' | 'comments'][number]>(one: T): T =>
    marked(
      one,
      sourcesOf(one).map((source) => ({ ...source, copy })),
    )
  return {
    ...document,
    annotations: document.annotations.map(moved),
    comments: document.comments.map(moved),
  }
}
