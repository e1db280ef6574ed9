import { documentArbitrary } from '@labelport/format-testing'
import type { Annotation, Cabinet, Comment, LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { danglingIn } from '../src/prepare/dangling.ts'

/** The copy of a labeler. */
export function cabinetOf(name: string): Cabinet {
  return { role: 'labeler', folder: `DOCUMENT-${name}_example_org` }
}

/** A document with only some of its statements, without references into the void. */
export function withOnly(
  document: LabeledDocument,
  keep: (annotation: Annotation, index: number) => boolean,
): LabeledDocument {
  const some = document.annotations.filter(keep)
  const dangling = danglingIn(some)
  const annotations = some.filter(({ id }) => !dangling.has(id))
  const ids = new Set(annotations.map(({ id }) => id))
  const there = (comment: Comment): boolean =>
    comment.about.type !== 'annotation' || ids.has(comment.about.id)
  const comments = document.comments.filter(there)
  const kept = new Set(comments.map(({ id }) => id))
  const replies = comments.filter(({ about }) => about.type !== 'reply' || kept.has(about.to))
  return { ...document, annotations, comments: replies }
}

/** Copies of one random document by up to five labelers, each of whom left something out. */
export const copiesArbitrary: fc.Arbitrary<readonly LabeledDocument[]> = fc
  .tuple(
    documentArbitrary(),
    fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([document, choices]) =>
    choices.map((choice, at) => ({
      ...withOnly(document, (_, index) => choice[index % choice.length] === true),
      id: `${document.id}-${at}`,
      cabinet: cabinetOf(`labeler${at}`),
    })),
  )
