import { describe, expect, it } from 'vitest'
import { type Cell, flatten, type Span, tokenSpanOf, unknownOrigin } from '../src/index.ts'

const cells: readonly Cell[] = [
  { row: 0, column: 0, text: 'a b c', tokens: Uint32Array.of(0, 1, 2, 3, 4, 5) },
  { row: 1, column: 0, text: 'de f', tokens: Uint32Array.of(0, 2, 3, 4) },
  { row: 2, column: 0, text: 'not cut' },
]

function span(id: string, cell: number, start: number, end: number, endCell = cell): Span {
  const target = { cell, start, end, endCell }
  return { type: 'span', id, labelSet: 's', label: 'l', target, origin: unknownOrigin }
}

describe('tokenSpanOf', () => {
  it('finds the tokens in every cell a label crosses', () => {
    expect(tokenSpanOf(cells, span('s', 0, 2, 2, 1))).toMatchObject({
      pieces: [
        { cell: 0, first: 1, end: 3 },
        { cell: 1, first: 0, end: 1 },
      ],
      length: 3,
      exact: true,
    })
  })

  it('widens a label to the tokens it touches and says so', () => {
    const found = tokenSpanOf(cells, span('s', 1, 1, 2))
    expect(found).toMatchObject({ pieces: [{ cell: 1, first: 0, end: 1 }], exact: false })
  })

  it('finds nothing between tokens, in cells without tokens and in cells to skip', () => {
    expect(tokenSpanOf(cells, span('s', 0, 1, 2)).pieces).toEqual([])
    expect(tokenSpanOf(cells, span('s', 0, 2, 2)).pieces).toEqual([])
    expect(tokenSpanOf(cells, span('s', 2, 0, 3)).pieces).toEqual([])
    expect(tokenSpanOf(cells, span('s', 0, 0, 3), () => true).pieces).toEqual([])
  })
})

describe('flatten', () => {
  const early = span('early', 0, 0, 3)
  const long = span('long', 0, 2, 2, 1)
  const short = span('short', 1, 0, 2)
  const found = [short, long, early].map((one) => tokenSpanOf(cells, one))
  const ids = (rule: 'longest' | 'shortest' | 'first') => {
    const { placed, displaced } = flatten(found, rule)
    return [placed, displaced].map((list) => list.map((one) => one.span.id))
  }

  it('chooses labels that share no token, by the rule', () => {
    expect(ids('longest')).toEqual([['long'], ['early', 'short']])
    expect(ids('first')).toEqual([['early', 'short'], ['long']])
    expect(ids('shortest')).toEqual([['short', 'early'], ['long']])
  })

  it('keeps the order given where nothing else decides, trap 16', () => {
    const twins = [span('b', 0, 0, 1), span('a', 0, 0, 1)].map((one) => tokenSpanOf(cells, one))
    expect(flatten(twins, 'longest').placed[0]?.span.id).toBe('b')
  })
})
