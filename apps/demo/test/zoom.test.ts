import { describe, expect, it } from 'vitest'
import { moved, wholePage, zoomed } from '../src/view/zoom.ts'

const page = { width: 800, height: 400 }

describe('zoomed and moved', () => {
  it('go nearer around the middle, and stay on the page', () => {
    const near = zoomed(wholePage(page), 2, page)
    expect(near).toEqual({ x: 200, y: 100, width: 400, height: 200 })
    expect(moved(near, 10_000, -10_000, page)).toEqual({ x: 400, y: 0, width: 400, height: 200 })
    expect(zoomed(moved(near, 10_000, 0, page), 0.01, page)).toEqual(wholePage(page))
    expect(zoomed(near, 1e9, page).width).toBe(20)
  })
})
