import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTargets, overlapping, type Span } from '../src/index.ts'
import { spanOf } from './sample.ts'

const ids = (spans: readonly Span[]): readonly string[] => spans.map(({ id }) => id)

describe('overlapping spans (trap 15)', () => {
  it('nest, cross or coincide; those that only meet do not overlap', () => {
    const spans = [
      spanOf('outer', 0, 0, 10),
      spanOf('inner', 0, 2, 4),
      spanOf('next', 0, 10, 12),
      spanOf('same', 0, 20, 22),
      spanOf('twin', 0, 20, 22),
      spanOf('elsewhere', 1, 0, 10),
    ]
    expect(ids(overlapping(spans))).toEqual(['outer', 'inner', 'same', 'twin'])
  })

  it('are found across cells', () => {
    const spans = [spanOf('long', 0, 5, 3, 2), spanOf('middle', 1, 0, 1), spanOf('after', 2, 3, 4)]
    expect(ids(overlapping(spans))).toEqual(['long', 'middle'])
  })

  it('come in the order they were given', () => {
    const spans = [spanOf('late', 0, 3, 6), spanOf('early', 0, 0, 5)]
    expect(ids(overlapping(spans))).toEqual(['late', 'early'])
  })

  it('are those that a comparison of all pairs finds', () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 6 }))
    const pair = fc.tuple(position, position).map(([a, b]) => {
      const [from, to] = a[0] * 10 + a[1] < b[0] * 10 + b[1] ? [a, b] : [b, a]
      return { from, to }
    })
    const random = fc
      .array(pair, { maxLength: 8 })
      .map((pairs) =>
        pairs
          .filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1])
          .map(({ from, to }, index) => spanOf(`s${index}`, from[0], from[1], to[1], to[0])),
      )
    fc.assert(
      fc.property(random, (spans) => {
        const expected = spans.filter((one) =>
          spans.some((other) => one !== other && share(one, other)),
        )
        expect(ids(overlapping(spans))).toEqual(ids(expected))
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

function share({ target: a }: Span, { target: b }: Span): boolean {
  const begin = (one: typeof a): number => one.cell * 100 + one.start
  const end = (one: typeof a): number => (one.endCell ?? one.cell) * 100 + one.end
  return begin(a) < end(b) && begin(b) < end(a)
}

describe('targets', () => {
  it('are ordered by start, then the shorter first', () => {
    const sorted = [
      { cell: 0, start: 0, end: 2 },
      { cell: 0, start: 0, end: 5 },
      { cell: 0, start: 0, endCell: 1, end: 1 },
      { cell: 0, start: 3, end: 4 },
      { cell: 1, start: 0, end: 1 },
    ]
    expect([...sorted].reverse().sort(compareTargets)).toEqual(sorted)
  })
})
