import { describe, expect, it } from 'vitest'
import { deliveryOf } from '../src/state/handed.ts'
import { exportHandedOver } from '../src/state/handed-over.ts'
import { pageImage } from '../src/state/page-image.ts'
import { windowOf } from '../src/view/list-window.ts'
import { pageAreas } from '../src/view/page-area.ts'
import { seal } from '../src/worker/seal.ts'

describe('windowOf', () => {
  it('covers what is in sight and no more than a few lines around it', () => {
    expect(windowOf({ top: 5200, height: 520 }, 52, 10_000)).toEqual({ first: 92, last: 118 })
    expect(windowOf({ top: 9000, height: 500 }, 52, 3)).toEqual({ first: 3, last: 3 })
  })
})

describe('pageImage', () => {
  const images = new Map([
    ['plan.png', 'one'],
    ['plan-2.jpg', 'two'],
    ['plant.png', 'no'],
  ])

  it('finds an image by the name of the document and the number of the page', () => {
    expect(pageImage(images, 'Plan.pdf', 0)).toBe('one')
    expect(pageImage(images, 'Plan.pdf', 1)).toBe('two')
    expect(pageImage(images, 'Plan.pdf', 2)).toBeUndefined()
  })
})

describe('pageAreas', () => {
  it('makes a page without a size as large as its boxes need', () => {
    const points = [
      { x: 10, y: 20 },
      { x: 200, y: 100 },
    ]
    const box = {
      type: 'box',
      id: 'b',
      origin: { by: 'unknown' },
      labelSet: 's',
      label: 'l',
      shapes: [{ page: 1, points }],
    } as const
    const areas = pageAreas([{ type: 'image', pages: [{ index: 0, width: 5, height: 6 }] }], [box])
    expect(areas).toEqual([
      { index: 0, width: 5, height: 6 },
      { index: 1, width: 210, height: 105 },
    ])
  })
})

describe('deliveryOf', () => {
  it('sorts folders, loose files and page images', () => {
    const file = (name: string, path = ''): File =>
      Object.assign(Object.create(null), { name, webkitRelativePath: path })
    const { handed, images, name } = deliveryOf([
      file('b.json', 'garden/REVIEW/b.json'),
      file('a.json', 'garden/REVIEW/a.json'),
      file('plan.png', 'garden/plan.png'),
      file('loose.zip'),
    ])
    expect(handed.map((one) => [one.type, one.name])).toEqual([
      ['file', 'loose.zip'],
      ['folder', 'garden'],
    ])
    const paths = handed.flatMap((one) =>
      one.type === 'folder' ? one.files.map(({ path }) => path) : [],
    )
    expect(paths).toEqual(['REVIEW/a.json', 'REVIEW/b.json'])
    expect(images).toHaveLength(1)
    expect(name).toBe('loose.zip and 1 more')
  })
})

describe('exportHandedOver', () => {
  it('takes nothing from another server', async () => {
    const location = new URL('http://127.0.0.1:4000/?export=https://example.org/x.zip')
    const never = () => Promise.reject(new Error('asked'))
    await expect(exportHandedOver(location, never)).rejects.toThrow('another server')
  })
})

describe('seal', () => {
  it('takes the ways to the network away for good, inherited ones too', () => {
    class Scope {
      fetch(): string {
        return 'reached'
      }
    }
    const scope = Object.assign(new Scope(), { WebSocket: Scope })
    seal(scope)
    expect(scope.fetch).toBeUndefined()
    expect(scope.WebSocket).toBeUndefined()
    expect(() => Object.assign(scope, { WebSocket: Scope })).toThrow(TypeError)
  })
})
