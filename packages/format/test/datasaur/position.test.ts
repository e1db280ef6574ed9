import { type Cell, TokenBuffer } from '@labelport/model'
import { expect, it } from 'vitest'
import { whiteSpaceTokens } from '../../src/datasaur/cells.ts'
import { parseSpanTextHash, spanHash, spanTextHash } from '../../src/datasaur/hash-code.ts'
import { gridOf, locate, type Position, targetAt } from '../../src/datasaur/position.ts'

const buffer = new TokenBuffer()
const cells: readonly Cell[] = ['  Zoë 👩‍🚀  flew', '', 'home .'].map((text, row) => ({
  row,
  column: 0,
  text,
  tokens: whiteSpaceTokens(text, buffer),
}))
const tokensAt = (cell: number) => cells[cell]?.tokens

function position(start: readonly number[], end: readonly number[]): Position {
  const [startRow = 0, startToken = 0, startCharacter = 0] = start
  const [endRow = 0, endToken = 0, endCharacter = 0] = end
  return {
    startRow,
    startColumn: 0,
    startToken,
    startCharacter,
    endRow,
    endColumn: 0,
    endToken,
    endCharacter,
  }
}

it('turns inclusive ends into half-open offsets and back', () => {
  const inclusive = position([0, 0, 0], [0, 1, 4])
  const target = targetAt(gridOf(cells), inclusive)
  expect(target).toEqual({ cell: 0, start: 2, end: 11 })
  expect(locate(cells, { cell: 0, start: 2, end: 11 }, tokensAt)).toEqual({
    position: inclusive,
    moved: false,
  })
})

it.each([
  ['from white space to white space', { cell: 0, start: 0, end: 12 }, position([0, 0], [0, 1, 4])],
  [
    'from a blank end into the next row',
    { cell: 0, start: 17, endCell: 2, end: 2 },
    position([2, 0], [2, 0, 1]),
  ],
  [
    'into the beginning of a row',
    { cell: 0, start: 2, endCell: 2, end: 0 },
    position([0, 0], [0, 2, 3]),
  ],
])('moves edges without a token inwards: %s', (_, target, expected) => {
  expect(locate(cells, target, tokensAt)).toEqual({ position: expected, moved: true })
})

it('finds no place for white space alone', () => {
  expect(locate(cells, { cell: 0, start: 0, end: 2 }, tokensAt)).toBeUndefined()
  expect(locate(cells, { cell: 0, start: 11, end: 13 }, tokensAt)).toBeUndefined()
  expect(locate(cells, { cell: 1, start: 0, end: 0 }, tokensAt)).toBeUndefined()
})

it.each([
  ['row 1, column 0 has no such token', position([1, 0], [1, 0]), 'has 0 tokens'],
  ['a row that is not there', position([9, 0], [9, 0]), 'row 9, column 0'],
  ['a character past its token', position([2, 0], [2, 0, 4]), 'character 4 of token 0'],
  ['an end before the start', position([2, 1], [2, 0]), 'ends before it begins'],
])('says why there is no target: %s', (_, wrong, reason) => {
  expect(targetAt(gridOf(cells), wrong)).toContain(reason)
})

it('writes hash codes by the grammar, with colons inside ids', () => {
  const key = { label: 'a:b', layer: 2, position: position([0, 3], [1, 4, 5]), counter: 1 }
  expect(spanHash(key)).toBe('SPAN:a:b:2:0:0:3:0:1:0:4:5:1:undefined:undefined')
  const hash = spanTextHash(key.position)
  expect(parseSpanTextHash(hash)).toEqual(key.position)
  expect(parseSpanTextHash(`${hash}:1`)).toBeUndefined()
  expect(parseSpanTextHash('SPAN_TEXT:0:0:0:0:0:0:0:x')).toBeUndefined()
})
