import { describe, expect, it } from 'vitest'
import { contrast, paintOf, paletteOf } from '../src/view/paint.ts'

const odd = ['#ffffff', '#000000', '#ffd34d', '#d64a3a', '#00ff00', '#0000ff', '#777777', '#fdfcf9']

describe('paintOf', () => {
  it.each(odd)(
    'makes names of %s readable on their fill and lines visible on the paper',
    (color) => {
      const { line, fill, ink } = paintOf(color)
      expect(contrast(ink.light, fill.light)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink.dark, fill.dark)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(line.light, '#fdfcf9')).toBeGreaterThanOrEqual(3)
      expect(contrast(line.dark, '#151a1e')).toBeGreaterThanOrEqual(3)
    },
  )

  it('gives only #rrggbb back, whatever a file calls a colour', () => {
    const { line, fill, ink } = paintOf('red; background: url(https://example.org/x)')
    const all = [line, fill, ink].flatMap(({ light, dark }) => [light, dark])
    expect(all.every((color) => /^#[0-9a-f]{6}$/.test(color))).toBe(true)
  })
})

describe('paletteOf', () => {
  it('tells equal ids of two sets apart', () => {
    const palette = paletteOf({
      labelSets: [
        { id: 'a', appliesTo: 'text', labels: [{ id: 'x', name: 'X', color: '#aa0000' }] },
        { id: 'b', appliesTo: 'text', labels: [{ id: 'x', name: 'X', color: '#0000aa' }] },
      ],
      questions: [],
    })
    expect(palette('a', 'x')).not.toEqual(palette('b', 'x'))
  })
})
