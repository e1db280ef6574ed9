import {
  type Annotation,
  type LabeledDocument,
  type Origin,
  type Question,
  unknownOrigin,
} from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { compareDocuments, copyKey, exactF1, openAgreement } from '../../src/index.ts'
import { herbDocument, herbs } from '../documents.ts'

const text = 'Salbei wächst 🌿 hier'

function copy(annotations: readonly Annotation[], more: Partial<LabeledDocument> = {}) {
  const cells = [
    { row: 0, column: 0, text },
    { row: 1, column: 0, text: 'und dort' },
  ]
  return herbDocument('a.txt', { cells, annotations, ...more })
}

function span(
  id: string,
  label: string,
  [start, end]: readonly [number, number],
  {
    origin = unknownOrigin,
    labelSet = '0',
    endCell = 0,
  }: { origin?: Origin; labelSet?: string; endCell?: number } = {},
): Annotation {
  return { type: 'span', id, origin, labelSet, label, target: { cell: 0, start, endCell, end } }
}

function told(one: LabeledDocument, other: LabeledDocument): readonly string[] {
  return compareDocuments(one, other).matches.map(
    (match) => `${match.type} ${match.one?.id ?? '-'} ${match.other?.id ?? '-'}`,
  )
}

describe('compareDocuments, spans', () => {
  it('trap 37: tells equal spans, other labels, other boundaries and missing ones apart', () => {
    const one = copy([
      span('1', 'a', [0, 6]),
      span('2', 'a', [7, 13]),
      span('3', 'b', [14, 16]),
      span('4', 'b', [17, 21]),
    ])
    const other = copy([span('w', 'a', [0, 6]), span('x', 'b', [7, 13]), span('y', 'b', [13, 16])])
    expect(told(one, other)).toEqual([
      'same 1 w',
      'different-label 2 x',
      'different-boundary 3 y',
      'missing 4 -',
    ])
  })

  it('gives a span one counterpart: the equal one, else the closest', () => {
    const one = copy([span('1', 'a', [0, 6])])
    const other = copy([span('far', 'a', [5, 21]), span('near', 'a', [0, 5])])
    expect(told(one, other)).toEqual(['different-boundary 1 near', 'missing - far'])
    const equal = copy([span('wide', 'a', [0, 13]), span('equal', 'a', [0, 6])])
    expect(told(one, equal)).toEqual(['same 1 equal', 'missing - wide'])
  })

  it('pairs no labels of different sets, however they lie', () => {
    const other = copy([span('x', 'a', [0, 6], { labelSet: '1' })])
    expect(told(copy([span('1', 'a', [0, 6])]), other)).toEqual(['missing 1 -', 'missing - x'])
  })

  it('compares spans that run over several cells', () => {
    const one = copy([span('1', 'a', [17, 3], { endCell: 1 })])
    expect(told(one, copy([span('x', 'a', [17, 3], { endCell: 1 })]))).toEqual(['same 1 x'])
    expect(told(one, copy([span('x', 'a', [17, 8], { endCell: 1 })]))).toEqual([
      'different-boundary 1 x',
    ])
    // 4 + 3 characters of 4 + 8.
    const [match] = compareDocuments(one, copy([span('x', 'a', [17, 8], { endCell: 1 })])).matches
    expect(match?.overlap).toBeCloseTo(7 / 12)
  })

  it('joins cells by row and column, and counts those whose texts differ', () => {
    const cells = [
      { row: 5, column: 0, text: 'davor' },
      { row: 0, column: 0, text: `${text}!` },
    ]
    const moved: Annotation = {
      type: 'span',
      id: 'x',
      origin: unknownOrigin,
      labelSet: '0',
      label: 'a',
      target: { cell: 1, start: 0, end: 6 },
    }
    const found = compareDocuments(copy([span('1', 'a', [0, 6])]), copy([moved], { cells }))
    expect(found.matches.map(({ type }) => type)).toEqual(['same'])
    expect(found.differentTexts).toBe(1)
  })

  it('leaves out what was rejected and what nobody decided', () => {
    const rejected = span('2', 'b', [0, 6], { origin: { by: 'labeler', verdict: 'rejected' } })
    const open = span('3', 'b', [7, 13], { origin: { by: 'conflict' } })
    const one = copy([span('1', 'a', [0, 6]), rejected, open])
    const found = compareDocuments(one, copy([span('x', 'a', [0, 6])]))
    expect(found.matches).toHaveLength(1)
    expect(found.leftOut).toBe(2)
  })
})

describe('compareDocuments, the rest', () => {
  const box = (id: string, label: string, left: number): Annotation => ({
    type: 'box',
    id,
    origin: unknownOrigin,
    labelSet: '0',
    label,
    shapes: [
      {
        page: 0,
        points: [
          { x: left, y: 0 },
          { x: left + 10, y: 0 },
          { x: left + 10, y: 10 },
          { x: left, y: 10 },
        ],
      },
    ],
  })

  it('takes boxes that cover each other by half for the same, and less for another boundary', () => {
    // Moved by 2 of 10: 80 of 120. Moved by 5: 50 of 150.
    const one = copy([box('1', 'a', 0)])
    const [same] = compareDocuments(one, copy([box('x', 'a', 2)])).matches
    expect(same).toMatchObject({ type: 'same', overlap: 80 / 120 })
    expect(told(one, copy([box('x', 'b', 2)]))).toEqual(['different-label 1 x'])
    expect(told(one, copy([box('x', 'a', 5)]))).toEqual(['different-boundary 1 x'])
    expect(told(one, copy([box('x', 'a', 40)]))).toEqual(['missing 1 -', 'missing - x'])
  })

  it('compares answers about rows and about labels, whatever ids the copies gave them', () => {
    const answer = (id: string, about: string | number, ...options: string[]): Annotation => ({
      type: 'answer',
      id,
      origin: unknownOrigin,
      question: 'q',
      about:
        typeof about === 'number' ? { type: 'row', row: about } : { type: 'annotation', id: about },
      value: { type: 'choice', options },
    })
    const one = copy([span('1', 'a', [0, 6]), answer('2', 0, 'p', 'q'), answer('3', '1', 'p')])
    const other = copy([span('x', 'a', [0, 6]), answer('y', 0, 'q', 'p'), answer('z', 'x', 'q')])
    expect(told(one, other)).toEqual(['same 1 x', 'same 2 y', 'different-answer 3 z'])
    expect(told(one, copy([answer('y', 1, 'p')]))).toContain('missing - y')
  })

  it('compares arrows by what they connect', () => {
    const arrow = (id: string, from: string, to: string, label: string): Annotation => ({
      type: 'relation',
      id,
      origin: unknownOrigin,
      labelSet: '0',
      label,
      from,
      to,
    })
    const spans = (...[a = '', b = '']: string[]) => [span(a, 'a', [0, 6]), span(b, 'b', [7, 13])]
    const one = copy([...spans('1', '2'), arrow('3', '1', '2', 'a')])
    const other = copy([...spans('x', 'y'), arrow('z', 'x', 'y', 'b')])
    expect(told(one, other).at(-1)).toBe('different-label 3 z')
    const back = copy([...spans('x', 'y'), arrow('z', 'y', 'x', 'a')])
    expect(told(one, back).slice(2)).toEqual(['missing 3 -', 'missing - z'])
  })

  it('compares times', () => {
    const time = (id: string, startMs: number, endMs: number): Annotation => ({
      type: 'timestamp',
      id,
      origin: unknownOrigin,
      startMs,
      endMs,
    })
    const one = copy([time('1', 0, 59_000), time('2', 130_000, 250_000)])
    const other = copy([time('x', 0, 59_000), time('y', 200_000, 260_000)])
    expect(told(one, other)).toEqual(['same 1 x', 'different-boundary 2 y'])
  })
})

describe('openAgreement', () => {
  it('adds up exact matches for each label and in all', () => {
    const tally = openAgreement()
    const one = copy([span('1', 'a', [0, 6]), span('2', 'a', [7, 13]), span('3', 'b', [17, 21])])
    const other = copy([span('x', 'a', [0, 6]), span('y', 'b', [7, 13])])
    tally.add(one, compareDocuments(one, other))
    const { counts, labels } = tally.agreement()
    // One of three on one side and of two on the other: 2 * 1 / 5.
    expect(exactF1(counts.span)).toBeCloseTo(0.4)
    expect(labels.map(({ label, counts: each }) => [label, exactF1(each)])).toEqual([
      ['Blatt', 2 / 3],
      ['Wurzel', 0],
    ])
    expect(exactF1(counts.box)).toBeUndefined()
  })

  it('measures single choices with kappa, by question', () => {
    const question: Question = {
      id: 'q',
      text: 'Ton?',
      about: { type: 'row' },
      type: 'choice',
      options: [
        { id: 'p', name: 'froh' },
        { id: 'n', name: 'trüb' },
      ],
    }
    const answers = (...options: readonly string[]): readonly Annotation[] =>
      options.map((option, row) => ({
        type: 'answer',
        id: String(row),
        origin: unknownOrigin,
        question: 'q',
        about: { type: 'row', row },
        value: { type: 'choice', options: [option] },
      }))
    const schema = { ...herbs, questions: [question] }
    const one = copy(answers('p', 'p', 'n', 'n'), { schema })
    const other = copy(answers('p', 'n', 'n', 'n'), { schema })
    const tally = openAgreement()
    tally.add(one, compareDocuments(one, other))
    // Observed 3/4, by chance 2/4 * 1/4 + 2/4 * 3/4 = 1/2, so (3/4 - 1/2) / (1 - 1/2).
    expect(tally.agreement().questions).toEqual([
      { question: 'q', text: 'Ton?', items: 4, observed: 0.75, kappa: 0.5 },
    ])
  })
})

describe('copyKey', () => {
  it('joins copies by name and part, not by id, and keeps parts and projects apart', () => {
    const one = herbDocument('a.txt', { id: '1' })
    expect(copyKey(one)).toBe(copyKey({ ...herbDocument('a.txt', { id: '2' }), part: 0 }))
    expect(copyKey(one)).not.toBe(copyKey(herbDocument('a.txt', { part: 1 })))
    expect(copyKey(one)).not.toBe(copyKey(herbDocument('a.txt', { project: { id: 'p2' } })))
  })
})
