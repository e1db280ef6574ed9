import { type Feature, featureNames, type LabeledDocument, type Medium } from '@labelport/model'
import fc from 'fast-check'
import { answerDrafts, answersOf } from './answers.ts'
import { cellsArbitrary } from './cells.ts'
import { boxesOf, commentsOf, marksDraft, relationsOf, timestampsOf } from './marks.ts'
import { originArbitrary, withOrigins } from './origins.ts'
import { randomSchema } from './schema.ts'
import { spanDrafts, spansOf } from './spans.ts'

const image: Medium = {
  type: 'image',
  url: 'https://example.org/page.png',
  pages: [{ index: 0, width: 640, height: 640 }],
}

/**
 * Random sound documents that use the given features and no others; all features when none are given. The
 * schema is there either way, because it names the labels.
 */
export function documentArbitrary(
  allowed: readonly Feature[] = featureNames,
): fc.Arbitrary<LabeledDocument> {
  const set: ReadonlySet<Feature> = new Set(allowed)
  const uses = (feature: Feature): boolean => set.has(feature)
  return fc
    .record({
      number: fc.integer({ min: 0, max: 999_999 }),
      text: cellsArbitrary(uses),
      spans: spanDrafts,
      answers: answerDrafts,
      marks: marksDraft,
      origins: fc.array(originArbitrary(uses), { minLength: 1, maxLength: 4 }),
    })
    .map(({ number, text, spans, answers, marks, origins }): LabeledDocument => {
      const spanned = uses('span') ? spansOf(spans, text.cells, uses) : []
      const annotations = withOrigins(
        [
          ...spanned,
          ...(uses('relation') ? relationsOf(marks, spanned) : []),
          ...(uses('box') ? boxesOf(marks) : []),
          ...(uses('timestamp') ? timestampsOf(marks) : []),
          ...answersOf(answers, text.cells, spanned, uses),
        ],
        origins,
      )
      return {
        id: `document-${number}`,
        name: `document-${number}.txt`,
        tasks: text.columns === undefined ? ['token'] : ['row'],
        ...text,
        media: uses('media') ? [image] : [],
        annotations,
        comments: uses('comment') ? commentsOf(marks, annotations, uses) : [],
        schema: randomSchema,
        ...(uses('project') ? { project: { id: 'project-1', name: 'Férries' } } : {}),
        ...(uses('cabinet') ? { cabinet: { role: 'review' } } : {}),
      }
    })
}
