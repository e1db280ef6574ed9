import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaOf, boundsOf, cornersOf, cutAtEdges, isUpright } from '../../src/pages/areas.ts'

const bounds = { left: -3, top: 2, right: 8, bottom: 6.5 }
const corners = cornersOf(bounds)
const diamond = [
  { x: 5, y: 0 },
  { x: 10, y: 5 },
  { x: 5, y: 10 },
  { x: 0, y: 5 },
]

describe('areas', () => {
  it('have bounds unless a point is missing or no number', () => {
    expect(boundsOf(corners)).toEqual(bounds)
    expect(boundsOf([])).toBeUndefined()
    expect(boundsOf([...corners, { x: Number.NaN, y: 0 }])).toBeUndefined()
  })

  it('are upright when their corners are those of their bounds, in either direction', () => {
    expect(isUpright(corners)).toBe(true)
    expect(isUpright([...corners].reverse())).toBe(true)
    expect(isUpright(diamond)).toBe(false)
    const [a, b, c, d] = corners
    if (a && b && c && d) {
      expect(isUpright([a, c, b, d])).toBe(false)
      expect(isUpright([a, b, b, d])).toBe(false)
      expect(isUpright([a, b, c])).toBe(false)
    }
  })

  it('have the size of what they enclose', () => {
    expect(areaOf(corners)).toBe(11 * 4.5)
    expect(areaOf(diamond)).toBe(50)
    expect(areaOf([])).toBe(0)
  })

  it('are cut at the edges of the page', () => {
    expect(boundsOf(cutAtEdges(corners, 5, 4))).toEqual({ left: 0, top: 2, right: 5, bottom: 4 })
    expect(areaOf(cutAtEdges(diamond, 5, 10))).toBe(25)
    expect(cutAtEdges(diamond, 20, 20)).toEqual(diamond)
    const away = diamond.map(({ x, y }) => ({ x: x + 100, y }))
    expect(cutAtEdges(away, 50, 50)).toEqual([])
  })

  it('never reach beyond the page and never grow when they are cut', () => {
    const number = fc.integer({ min: -50, max: 150 })
    const triangle = fc.array(fc.record({ x: number, y: number }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(triangle, (points) => {
        const cut = cutAtEdges(points, 100, 80)
        const found = boundsOf(cut)
        if (found !== undefined) {
          expect(Math.min(found.left, found.top)).toBeGreaterThanOrEqual(0)
          expect(found.right).toBeLessThanOrEqual(100)
          expect(found.bottom).toBeLessThanOrEqual(80)
        }
        expect(areaOf(cut)).toBeLessThanOrEqual(areaOf(points) + 1e-9)
      }),
    )
  })
})
