import { describe, expect, it } from 'vitest'
import {
  firstTokenEndingAfter,
  TokenBuffer,
  tokenAt,
  tokenCount,
  tokenTexts,
} from '../src/index.ts'

const text = 'Zoë 😀.'
const tokens = Uint32Array.of(0, 3, 4, 6, 6, 7)

describe('tokens', () => {
  it('are pairs of offsets into the text', () => {
    expect(tokenCount(tokens)).toBe(3)
    expect(tokenAt(tokens, 1)).toEqual({ start: 4, end: 6 })
    expect(tokenTexts(text, tokens)).toEqual(['Zoë', '😀', '.'])
  })

  it.each([-1, 3])('have no token %d', (index) => {
    expect(() => tokenAt(tokens, index)).toThrow(RangeError)
  })

  it.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [5, 1],
    [6, 2],
    [7, 3],
  ])('find for offset %i the token %i that ends after it', (offset, token) => {
    expect(firstTokenEndingAfter(tokens, offset)).toBe(token)
  })

  it('find nothing where there are none', () => {
    expect(firstTokenEndingAfter(Uint32Array.of(), 0)).toBe(0)
    expect(tokenTexts('', Uint32Array.of())).toEqual([])
  })
})

describe('TokenBuffer', () => {
  it('hands out each cell alone, also an empty one', () => {
    const buffer = new TokenBuffer()
    buffer.add(0, 1)
    expect([...buffer.take()]).toEqual([0, 1])
    expect([...buffer.take()]).toEqual([])
    buffer.add(2, 3)
    buffer.add(4, 5)
    expect([...buffer.take()]).toEqual([2, 3, 4, 5])
  })

  it('shares one buffer between cells', () => {
    const buffer = new TokenBuffer()
    buffer.add(0, 1)
    const first = buffer.take()
    buffer.add(0, 2)
    expect(buffer.take().buffer).toBe(first.buffer)
  })

  it('grows in the middle of a cell without touching what it handed out', () => {
    const buffer = new TokenBuffer(4)
    buffer.add(1, 2)
    const early = buffer.take()
    for (let index = 0; index < 50_000; index += 1) buffer.add(index, index + 1)
    const late = buffer.take()
    buffer.add(7, 8)
    expect([...early]).toEqual([1, 2])
    expect(tokenCount(late)).toBe(50_000)
    expect(late.every((offset, at) => offset === (at + 1) >> 1)).toBe(true)
    expect([...buffer.take()]).toEqual([7, 8])
  })

  it('holds a token even when asked for no room', () => {
    const buffer = new TokenBuffer(0)
    buffer.add(3, 4)
    buffer.add(5, 6)
    expect([...buffer.take()]).toEqual([3, 4, 5, 6])
  })

  it('forgets the current cell only', () => {
    const buffer = new TokenBuffer()
    buffer.add(0, 1)
    const kept = buffer.take()
    buffer.add(2, 3)
    buffer.drop()
    buffer.add(4, 5)
    expect([...kept, ...buffer.take()]).toEqual([0, 1, 4, 5])
  })
})
