import { describe, expect, it } from 'vitest'
import { choiceAgreement, shapeOverlap, textOverlap } from '../../src/index.ts'

function polygon(...pairs: readonly (readonly [number, number])[]) {
  return [{ page: 0, points: pairs.map(([x, y]) => ({ x, y })) }]
}

const square = polygon([0, 0], [10, 0], [10, 10], [0, 10])

describe('shapeOverlap', () => {
  it('is exact for rectangles, in whichever direction their points run', () => {
    const moved = polygon([5, 5], [5, 15], [15, 15], [15, 5])
    expect(shapeOverlap(square, square)).toBe(1)
    // 25 of 175.
    expect(shapeOverlap(square, moved)).toBeCloseTo(1 / 7)
    expect(shapeOverlap(moved, square)).toBeCloseTo(1 / 7)
  })

  it('is exact for slanted shapes', () => {
    const triangle = polygon([0, 0], [10, 0], [0, 10])
    expect(shapeOverlap(square, triangle)).toBeCloseTo(0.5)
    const diamond = polygon([5, 0], [10, 5], [5, 10], [0, 5])
    expect(shapeOverlap(diamond, square)).toBeCloseTo(0.5)
  })

  it('keeps pages apart, and survives shapes without area', () => {
    expect(
      shapeOverlap(
        square,
        square.map((shape) => ({ ...shape, page: 1 })),
      ),
    ).toBe(0)
    expect(shapeOverlap(polygon([1, 1]), polygon())).toBe(0)
    expect(shapeOverlap(polygon([1, 1], [2, 1]), square)).toBe(0)
  })

  it('takes the rectangle around a shape that bends inward', () => {
    const bent = polygon([0, 0], [10, 0], [10, 10], [5, 5], [0, 10])
    expect(shapeOverlap(bent, square)).toBe(1)
  })
})

describe('textOverlap', () => {
  const cells = [{ row: 0, column: 0, text: '0123456789' }]

  it('divides the shared characters by all of them', () => {
    expect(textOverlap(cells, { cell: 0, start: 0, end: 6 }, { cell: 0, start: 4, end: 8 })).toBe(
      2 / 8,
    )
    expect(textOverlap(cells, { cell: 0, start: 0, end: 4 }, { cell: 0, start: 4, end: 8 })).toBe(0)
  })

  it('lets empty targets meet only at one offset', () => {
    const empty = (at: number) => ({ cell: 0, start: at, end: at })
    expect(textOverlap(cells, empty(3), empty(3))).toBe(1)
    expect(textOverlap(cells, empty(3), empty(4))).toBe(0)
  })
})

describe('choiceAgreement', () => {
  const choices = (table: Record<string, Record<string, number>>) =>
    new Map(Object.entries(table).map(([one, others]) => [one, new Map(Object.entries(others))]))

  it('is the textbook example: 20, 5, 10, 15 give a kappa of 0.4', () => {
    const found = choiceAgreement(choices({ yes: { yes: 20, no: 5 }, no: { yes: 10, no: 15 } }))
    expect(found?.observed).toBeCloseTo(0.7)
    expect(found?.kappa).toBeCloseTo(0.4)
  })

  it('is below zero when two people agree less than chance would', () => {
    const found = choiceAgreement(choices({ yes: { no: 1 }, no: { yes: 1 } }))
    expect(found?.kappa).toBe(-1)
  })

  it('has no kappa where chance explains everything, and nothing for nothing', () => {
    expect(choiceAgreement(choices({ yes: { yes: 7 } }))).toEqual({ items: 7, observed: 1 })
    expect(choiceAgreement(choices({}))).toBeUndefined()
  })
})
