import { describe, expect, it } from 'vitest'
import { type Annotation, type Comment, unknownOrigin, validate } from '../src/index.ts'
import { box, documentOf, spanOf, timestamp } from './sample.ts'

const text = 'Zoë 👩‍👩‍👧 e\u0301'

/** What validate says of a document with these annotations. */
function found(...annotations: readonly Annotation[]): readonly string[] {
  const document = documentOf([text, 'second'], { annotations })
  return validate(document).map(({ code, pointer }) => `${code} ${pointer}`)
}

function foundComments(...comments: readonly Comment[]): readonly string[] {
  const document = documentOf([text], { comments, annotations: [spanOf('s1', 0, 0, 3)] })
  return validate(document).map(({ code, pointer }) => `${code} ${pointer}`)
}

const relation = {
  type: 'relation',
  id: 'r1',
  labelSet: 'set',
  from: 's1',
  to: 's1',
  origin: unknownOrigin,
} as const
const answer = {
  type: 'answer',
  id: 'a1',
  question: 'q1',
  value: { type: 'flag', flag: true },
  origin: unknownOrigin,
} as const

describe('validate accepts', () => {
  it('offsets at the very end of a text beyond ASCII (trap 1)', () => {
    expect(found(spanOf('s1', 0, 4, text.length))).toEqual([])
  })

  it('an empty span, a span over two cells and an arrow to itself', () => {
    expect(found(spanOf('s1', 0, 3, 3), spanOf('s2', 0, 4, 2, 1), relation)).toEqual([])
  })

  it('answers about a document, a row and an annotation', () => {
    const abouts = [
      { type: 'document' },
      { type: 'row', row: 1 },
      { type: 'annotation', id: 's1' },
    ] as const
    const answers = abouts.map((about, index) => ({ ...answer, id: `a${index}`, about }))
    expect(found(spanOf('s1', 0, 0, 1), ...answers)).toEqual([])
  })

  it('one id used by an annotation and by a comment', () => {
    expect(foundComments({ id: 's1', text: '', about: { type: 'document' } })).toEqual([])
  })

  it('a comment about something this copy does not hold', () => {
    const about = { type: 'elsewhere', reference: 'x' } as const
    expect(foundComments({ id: 'c1', text: '', about })).toEqual([])
  })
})

describe('validate tells ids apart', () => {
  const ids = ['', 'a', 'b', 'aa', 'ab', 'b9', 'c10', 'é', 'e\u0301', '\u{1F33F}']

  it('whichever of two comes first', () => {
    for (const one of ids) {
      for (const other of ids) {
        const spans = [one, other].map((id) => spanOf(id, 0, 0, 1))
        const expected = one === other ? ['duplicate-id /annotations/1/id'] : []
        expect(found(...spans), `"${one}" before "${other}"`).toEqual(expected)
      }
    }
  })

  it('that rise until one comes again, and refer to each other', () => {
    const rising = Array.from({ length: 12 }, (_, at) => spanOf(`s${at}`, 0, 0, 1))
    expect(found(...rising, { ...relation, id: 's20', from: 's11', to: 's12' })).toEqual([
      'no-such-annotation /annotations/12/to',
    ])
    expect(found(...rising, spanOf('s3', 0, 0, 1), spanOf('s11', 0, 0, 1))).toEqual([
      'duplicate-id /annotations/12/id',
      'duplicate-id /annotations/13/id',
    ])
  })
})

describe('validate finds', () => {
  it('duplicate-id in annotations', () => {
    expect(found(spanOf('s1', 0, 0, 1), spanOf('s1', 1, 0, 1))).toEqual([
      'duplicate-id /annotations/1/id',
    ])
  })

  it.each([
    ['before the first', -1, undefined],
    ['behind the last', 2, undefined],
    ['with an end behind the last', 1, 2],
    ['with an end before its start', 1, 0],
  ])('no-such-cell %s cell', (_, cell, endCell) => {
    expect(found(spanOf('s1', cell, 0, 1, endCell))).toEqual(['no-such-cell /annotations/0/target'])
  })

  it.each([
    ['a negative start', 0, -1, 2],
    ['an end behind the text', 0, 0, text.length + 1],
    ['a start behind its end', 0, 3, 2],
    ['half an offset', 0, 0.5, 2],
    ['NaN as start', 0, Number.NaN, 2],
    ['NaN as end', 0, 0, Number.NaN],
  ])('offset-outside-text for %s (trap 8)', (_, cell, start, end) => {
    expect(found(spanOf('s1', cell, start, end))).toEqual([
      'offset-outside-text /annotations/0/target',
    ])
  })

  it('offset-outside-text in either cell of a span over two', () => {
    const code = 'offset-outside-text /annotations/0/target'
    expect(found(spanOf('s1', 0, text.length + 1, 2, 1))).toEqual([code])
    expect(found(spanOf('s1', 0, 2, 7, 1))).toEqual([code])
    expect(found(spanOf('s1', 0, 2, -1, 1))).toEqual([code])
  })

  it.each([
    ['an end behind the text', [0, 3, 4, 99]],
    ['overlapping tokens', [0, 3, 2, 4]],
    ['a token that ends before it starts', [3, 1]],
    ['half a token', [0, 3, 4]],
  ])('tokens-outside-text for %s', (_, offsets) => {
    const cells = [{ row: 0, column: 0, text, tokens: Uint32Array.from(offsets) }]
    expect(validate(documentOf([], { cells }))).toMatchObject([
      { code: 'tokens-outside-text', pointer: '/cells/0/tokens' },
    ])
  })

  it('no-such-annotation at either end of an arrow (trap 27)', () => {
    expect(found({ ...relation, from: 'x', to: 'y' })).toEqual([
      'no-such-annotation /annotations/0/from',
      'no-such-annotation /annotations/0/to',
    ])
  })

  it.each([
    ['rise', [3, 3, 4, 5]],
    ['have a gap', [3, 5]],
    ['fall', [5, 4, 3]],
    ['are no whole numbers', [0.5, 1.5]],
    ['are none', []],
  ])('no-such-row where rows %s', (_, rows) => {
    const cells = rows.map((row) => ({ row, column: 0, text: '' }))
    for (const row of [-1, 0, 0.5, 2, 2.5, 3, 4, 5, 6, Number.NaN]) {
      const annotations = [{ ...answer, about: { type: 'row', row } }] as const
      const codes = validate(documentOf([], { cells, annotations })).map(({ code }) => code)
      expect(codes, `row ${row}`).toEqual(rows.includes(row) ? [] : ['no-such-row'])
    }
  })

  it('no-such-annotation and no-such-row under an answer', () => {
    expect(found({ ...answer, about: { type: 'annotation', id: 'x' } })).toEqual([
      'no-such-annotation /annotations/0/about/id',
    ])
    expect(found({ ...answer, about: { type: 'row', row: 2 } })).toEqual([
      'no-such-row /annotations/0/about/row',
    ])
  })

  it.each([
    ['a start that is no number', { ...timestamp, startMs: Number.NaN }],
    ['an end that is no number', { ...timestamp, endMs: Number.NaN }],
    ['an end before the start', { ...timestamp, startMs: 11 }],
    ['an endless start', { ...timestamp, startMs: Number.NEGATIVE_INFINITY }],
    ['an endless end', { ...timestamp, endMs: Number.POSITIVE_INFINITY }],
  ])('not-a-number in a timestamp with %s', (_, one) => {
    expect(found(one)).toEqual(['not-a-number /annotations/0'])
  })

  it.each([
    ['a point at infinity', { page: 0, points: [{ x: 0, y: Number.POSITIVE_INFINITY }] }],
    ['page -1', { page: -1, points: [] }],
    ['page 0.5', { page: 0.5, points: [] }],
  ])('not-a-number in a box with %s', (_, shape) => {
    expect(found({ ...box, shapes: [shape] })).toEqual(['not-a-number /annotations/0/shapes/0'])
  })

  it('offset-outside-text in the text of a box and of a timestamp', () => {
    const target = { cell: 0, start: 0, end: 99 }
    expect(found({ ...box, target }, { ...timestamp, target })).toEqual([
      'offset-outside-text /annotations/0/target',
      'offset-outside-text /annotations/1/target',
    ])
  })

  it('broken references of comments', () => {
    expect(
      foundComments(
        { id: 'c1', text: '', about: { type: 'annotation', id: 'x' } },
        { id: 'c1', text: '', about: { type: 'reply', to: 'x' } },
        { id: 'c2', text: '', about: { type: 'text', target: { cell: 0, start: 0, end: 99 } } },
      ),
    ).toEqual([
      'duplicate-id /comments/1/id',
      'no-such-annotation /comments/0/about',
      'no-such-comment /comments/1/about',
      'offset-outside-text /comments/2/about',
    ])
  })

  it('broken comments of a document without annotations', () => {
    const about = { type: 'reply', to: 'x' } as const
    const document = documentOf([text], { comments: [{ id: 'c1', text: '', about }] })
    expect(validate(document)).toMatchObject([{ code: 'no-such-comment' }])
  })
})
