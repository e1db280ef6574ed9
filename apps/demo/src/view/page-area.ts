import type { Box, Medium, Page } from '@labelport/model'

/**
 * The pages that have a size or a box, in order. A page without a size is made as large as its boxes need, with
 * a margin.
 */
export function pageAreas(media: readonly Medium[], boxes: readonly Box[]): readonly Page[] {
  const areas = new Map<number, Page>()
  for (const { pages } of media) for (const page of pages) areas.set(page.index, page)
  const needed = new Map<number, { width: number; height: number }>()
  for (const { shapes } of boxes) {
    for (const { page, points } of shapes) {
      const size = needed.get(page) ?? { width: 1, height: 1 }
      for (const { x, y } of points) {
        size.width = Math.max(size.width, x)
        size.height = Math.max(size.height, y)
      }
      needed.set(page, size)
    }
  }
  for (const [index, { width, height }] of needed) {
    const known = areas.get(index)
    if (known !== undefined && known.width > 0 && known.height > 0) continue
    areas.set(index, { index, width: width * 1.05, height: height * 1.05 })
  }
  return [...areas.values()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .sort((a, b) => a.index - b.index)
}
