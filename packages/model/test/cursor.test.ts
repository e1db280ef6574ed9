import { describe, expect, it } from 'vitest'
import { cursorAt, offsetOfCursor, textOf, tokensTouched } from '../src/index.ts'
import { documentOf } from './sample.ts'

// "Zoë  met😀" as Zoë, met, 😀
const tokens = Uint32Array.of(0, 3, 5, 8, 8, 10)

describe('a cursor', () => {
  it.each([
    [0, 0, 0],
    [0, 3, 3],
    [1, 2, 7],
    [2, 2, 10],
  ])('of token %i, character %i stands at %i', (token, character, offset) => {
    expect(offsetOfCursor(tokens, { token, character })).toBe(offset)
  })

  it.each([
    [3, 0],
    [0, 4],
    [0, -1],
    [-1, 0],
  ])('of token %i, character %i stands nowhere', (token, character) => {
    expect(offsetOfCursor(tokens, { token, character })).toBeUndefined()
  })

  it('is found for every character a token covers and for no other', () => {
    const found = Array.from({ length: 11 }, (_, offset) => cursorAt(tokens, offset))
    expect(found.map((cursor) => cursor && [cursor.token, cursor.character])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      undefined,
      undefined,
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 1],
      undefined,
    ])
  })

  it('comes back to its offset', () => {
    for (const offset of [0, 1, 2, 5, 6, 7, 8, 9]) {
      const cursor = cursorAt(tokens, offset)
      expect(cursor && offsetOfCursor(tokens, cursor)).toBe(offset)
    }
  })
})

describe('a stretch of text', () => {
  it.each([
    ['inside one token', 1, 2, 0, 1],
    ['over two', 2, 6, 0, 2],
    ['up to a token it does not touch', 0, 5, 0, 1],
    ['of blanks', 3, 5, 1, 1],
    ['to the end', 9, 10, 2, 3],
    ['behind all tokens', 10, 10, 3, 3],
  ])('%s touches the tokens it shares characters with', (_, start, end, first, last) => {
    expect(tokensTouched(tokens, start, end)).toEqual({ start: first, end: last })
  })

  it('is cut out of its cells, joined by line feeds', () => {
    const { cells } = documentOf(['one two', '', 'three'])
    expect(textOf(cells, { cell: 0, start: 4, end: 7 })).toBe('two')
    expect(textOf(cells, { cell: 0, start: 4, endCell: 2, end: 2 })).toBe('two\n\nth')
    expect(textOf(cells, { cell: 9, start: 0, end: 2 })).toBe('')
  })
})
