import type { Page } from '@labelport/model'

/** The part of a page that is looked at, in pixels of the page. */
export interface View {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How near one can go. */
const nearest = 40

/** All of a page. */
export function wholePage({ width, height }: Pick<Page, 'width' | 'height'>): View {
  return { x: 0, y: 0, width, height }
}

/** A nearer (above 1) or farther (below 1) look at the middle of a view; never beyond the page. */
export function zoomed(view: View, factor: number, page: Pick<Page, 'width' | 'height'>): View {
  const width = Math.min(page.width, Math.max(page.width / nearest, view.width / factor))
  const height = (width * page.height) / page.width
  const x = view.x + (view.width - width) / 2
  const y = view.y + (view.height - height) / 2
  return moved({ x, y, width, height }, 0, 0, page)
}

/** A view that was moved, as far as the page goes. */
export function moved(
  { x, y, width, height }: View,
  byX: number,
  byY: number,
  page: Pick<Page, 'width' | 'height'>,
): View {
  const inside = (at: number, most: number): number => Math.min(Math.max(0, at), Math.max(0, most))
  return {
    x: inside(x + byX, page.width - width),
    y: inside(y + byY, page.height - height),
    width,
    height,
  }
}
