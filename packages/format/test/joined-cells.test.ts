import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinCells, wellFormed } from '../src/index.ts'

const cells = ['Zoë 😀', 'hidden', '', '👩‍👧 ok'].map((text) => ({ text }))
const joined = joinCells(cells, (cell) => cell !== 1)

describe('joined cells', () => {
  it('are the lines of a text without those that are not written', () => {
    expect(joined.text).toBe('Zoë 😀\n\n👩‍👧 ok')
  })

  it('have their places in code points, as Python counts', () => {
    expect(joined.at(0, 6)).toBe(5)
    expect(joined.at(2, 0)).toBe(6)
    expect(joined.at(3, 0)).toBe(7)
    expect(joined.at(3, 6)).toBe(11)
  })

  it('have no place inside a character, and none for a cell that is not there', () => {
    expect(joined.at(0, 5)).toBeUndefined()
    expect(joined.at(4, 0)).toBeUndefined()
  })

  it('say what goes across a gap, cuts a character or lies nowhere', () => {
    const texts = ['a 😀 b', 'gone', 'c\ud800'].map((text) => ({ text }))
    const mended = joinCells(texts, (cell) => cell !== 1, wellFormed)
    expect(mended.text).toBe('a 😀 b\nc\ufffd')
    expect(mended.place({ cell: 0, start: 5, end: 6 })).toEqual({ start: 4, end: 5 })
    expect(mended.place({ cell: 2, start: 0, end: 2 })).toEqual({ start: 6, end: 8 })
    expect(mended.place({ cell: 0, start: 5, end: 1, endCell: 2 })).toEqual({
      start: 4,
      end: 7,
      trouble: 'gap',
    })
    expect(mended.place({ cell: 0, start: 3, end: 4 })).toEqual({
      start: 2,
      end: 3,
      trouble: 'cut',
    })
    expect(mended.place({ cell: 1, start: 0, end: 1 })).toBeUndefined()
  })

  it('may be spelled otherwise, one character for one', () => {
    const spelled = joinCells(
      [{ text: 'a\rb' }, { text: 'c' }],
      () => true,
      (text) => text.replaceAll('\r', ' '),
    )
    expect(spelled.text).toBe('a b\nc')
    expect(spelled.at(1, 1)).toBe(5)
  })

  it('are cut out again at any place of any text', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (lines, at, offset) => {
        const cell = at % lines.length
        const text = lines[cell] ?? ''
        const start = offset % (text.length + 1)
        const all = joinCells(
          lines.map((line) => ({ text: line })),
          () => true,
        )
        const place = all.at(cell, start)
        fc.pre(place !== undefined)
        const before = [...lines.slice(0, cell), text.slice(0, start)].join('\n')
        expect(Array.from(all.text).slice(0, place).join('')).toBe(before)
      }),
      { seed: 20_26 },
    )
  })
})
