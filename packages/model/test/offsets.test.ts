import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromCodePoints, toCodePoints } from '../src/index.ts'

describe('code points (trap 1)', () => {
  it.each([
    ['a😀b', 3, 2],
    ['a😀b', 4, 3],
    ['👩‍👩‍👧', 8, 5],
    ['e\u0301', 2, 2],
    ['שלום', 4, 4],
    ['🇮🇹', 4, 2],
    ['', 0, 0],
  ])('in %j, UTF-16 offset %i is code point %i, and back', (text, utf16, points) => {
    expect(toCodePoints(text, utf16)).toBe(points)
    expect(fromCodePoints(text, points)).toBe(utf16)
  })

  it('counts a lone surrogate as one (trap 3)', () => {
    expect(toCodePoints('\ud83da', 2)).toBe(2)
    expect(toCodePoints('\ude00a', 2)).toBe(2)
    expect(fromCodePoints('\ud83da', 2)).toBe(2)
  })

  it('is undefined past the end of the text', () => {
    expect(fromCodePoints('😀', 1)).toBe(2)
    expect(fromCodePoints('😀', 2)).toBeUndefined()
  })

  it('agrees with the iterator of strings at every offset of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let offset = 0
        for (const [index, point] of Array.from(text).entries()) {
          expect(toCodePoints(text, offset)).toBe(index)
          expect(fromCodePoints(text, index)).toBe(offset)
          offset += point.length
        }
      }),
      { seed: 1 },
    )
  })
})
