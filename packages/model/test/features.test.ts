import { describe, expect, it } from 'vitest'
import {
  type Annotation,
  countStatements,
  type Feature,
  featureNames,
  features,
  type LabeledDocument,
  noStatements,
  statementTypes,
  unknownOrigin,
} from '../src/index.ts'
import { box, documentOf, spanOf, timestamp } from './sample.ts'

/** The features that have facts in a document, those every document here has left out. */
function seen(document: LabeledDocument): readonly Feature[] {
  return featureNames.filter(
    (feature) => feature !== 'text' && features[feature](document).length > 0,
  )
}

function withAnnotations(...annotations: readonly Annotation[]): LabeledDocument {
  return documentOf(['Zoë met'], { annotations })
}

const tokenized = { row: 0, column: 0, text: 'Zoë met', tokens: Uint32Array.of(0, 3, 4, 7) }
const origin = unknownOrigin
const relation = { type: 'relation', id: 'r', labelSet: 'set', from: 's', to: 's', origin } as const
const value = { type: 'flag', flag: true } as const
const answer = { type: 'answer', id: 'a', question: 'q', value, origin } as const

describe('the features table', () => {
  it('finds nothing but text in a plain document', () => {
    const document = documentOf(['Zoë', '😀'])
    expect(seen(document)).toEqual([])
    expect(features.text(document)).toEqual(['Zoë', '😀'])
  })

  const cases: readonly (readonly [LabeledDocument, ...Feature[]])[] = [
    [
      documentOf([], { cells: [{ row: 0, column: 0, text: 'x', status: 'hidden' }] }),
      'cell.hidden',
    ],
    [documentOf(['x'], { columns: [{ name: 'a' }] }), 'table'],
    [documentOf([], { cells: [tokenized] }), 'tokens'],
    [documentOf([], { cells: [{ ...tokenized, text: 'Zoë\tmet' }] }), 'tokens', 'whitespace'],
    [documentOf([], { media: [{ type: 'image', pages: [] }] }), 'media'],
    [withAnnotations(spanOf('s', 0, 0, 3)), 'span'],
    [withAnnotations(spanOf('s', 0, 0, 3), spanOf('t', 0, 2, 4)), 'span', 'span.overlapping'],
    [
      documentOf(['one', 'two'], { annotations: [spanOf('s', 0, 0, 3, 1)] }),
      'span',
      'span.multi-cell',
    ],
    [
      documentOf([], { cells: [tokenized], annotations: [spanOf('s', 0, 1, 3)] }),
      'tokens',
      'span',
      'span.within-token',
    ],
    [documentOf([], { cells: [tokenized], annotations: [spanOf('s', 0, 0, 7)] }), 'tokens', 'span'],
    [withAnnotations(spanOf('s', 0, 0, 3), relation), 'span', 'relation'],
    [withAnnotations({ ...answer, about: { type: 'document' } }), 'answer.document'],
    [withAnnotations({ ...answer, about: { type: 'row', row: 0 } }), 'answer.row'],
    [
      withAnnotations(spanOf('s', 0, 0, 3), { ...answer, about: { type: 'annotation', id: 's' } }),
      'span',
      'answer.annotation',
    ],
    [withAnnotations(box), 'box'],
    [withAnnotations({ ...box, caption: 'x' }), 'box', 'box.caption'],
    [withAnnotations({ ...box, target: { cell: 0, start: 0, end: 1 } }), 'box', 'box.text'],
    [withAnnotations(timestamp), 'timestamp'],
    [
      withAnnotations({ ...timestamp, target: { cell: 0, start: 0, end: 1 } }),
      'timestamp',
      'timestamp.text',
    ],
    [withAnnotations({ ...timestamp, origin: { by: 'labeler' } }), 'timestamp', 'origin.by'],
    [
      withAnnotations({ ...timestamp, origin: { by: 'unknown', confidence: 0 } }),
      'timestamp',
      'origin.confidence',
    ],
    [documentOf(['x'], { project: { id: 'p' } }), 'project'],
    [documentOf(['x'], { cabinet: { role: 'review' } }), 'cabinet'],
  ]
  for (const [document, ...expected] of cases) {
    it(`names exactly what a document uses: ${expected.join(', ')}`, () => {
      expect(seen(document)).toEqual(expected)
    })
  }

  it('describes facts without ids, so that copies with other ids are equal', () => {
    const one = withAnnotations(spanOf('s', 0, 0, 3), relation)
    const other = withAnnotations(spanOf('x', 0, 0, 3), { ...relation, from: 'x', to: 'x' })
    for (const feature of featureNames) {
      expect(features[feature](other)).toEqual(features[feature](one))
    }
  })

  it('tells where a span lies by row and column, not by cell index', () => {
    const cells = [{ row: 7, column: 2, text: 'Zoë' }]
    expect(features.span(documentOf([], { cells, annotations: [spanOf('s', 0, 0, 3)] }))).toEqual([
      { label: 'person', row: 7, endRow: 7, column: 2, start: 0, end: 3 },
    ])
  })
})

describe('statements', () => {
  it('are counted by type', () => {
    const document = documentOf(['a', 'b'], {
      annotations: [spanOf('s', 0, 0, 1), relation, box, timestamp],
      comments: [{ id: 'c', text: '', about: { type: 'document' } }],
    })
    expect(countStatements(document)).toEqual({
      ...noStatements(),
      cell: 2,
      span: 1,
      relation: 1,
      box: 1,
      timestamp: 1,
      comment: 1,
    })
    expect(Object.keys(noStatements())).toEqual([...statementTypes])
  })
})
