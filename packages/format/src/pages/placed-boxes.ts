import type { Box, Page, Point } from '@labelport/model'
import { type Bounds, boundsOf, cornersOf, cutAtEdges, isUpright } from './areas.ts'
import type { PageFate } from './page-fates.ts'

/** What is done with boxes that reach beyond their page. */
export type OutsideRule = 'clamp' | 'drop' | 'keep'

/** One area of a box, as it is written. */
export interface Area {
  readonly box: Box
  /** The class. */
  readonly name: string
  readonly page: number
  /** At least three. */
  readonly points: readonly Point[]
  /** Of positive width and height. */
  readonly bounds: Bounds
  /** Whether the bounds say all there is to say. */
  readonly upright: boolean
}

/** A box and what is left of it. */
export interface PlacedBox {
  readonly box: Box
  readonly areas: readonly Area[]
  /** Why it is gone, when there are no areas, or not what it was. */
  readonly fate: PageFate | undefined
}

/** Puts a box onto the pages whose size is known. */
export function placeBox(
  box: Box,
  name: string,
  pages: ReadonlyMap<number, Page>,
  outside: OutsideRule,
): PlacedBox {
  const areas: Area[] = []
  let loss: PageFate | undefined
  let clamped = false
  for (const { page, points } of box.shapes) {
    const area = placeShape(points, pages.get(page), outside)
    if ('loss' in area) loss ??= area.loss
    else {
      clamped ||= area.clamped
      const { bounds } = area
      areas.push({ box, name, page, points: area.points, bounds, upright: isUpright(area.points) })
    }
  }
  const change = areas.length > 1 ? 'box-split' : clamped ? 'clamped' : undefined
  if (areas.length === 0) return { box, areas, fate: loss ?? 'no-shape' }
  return { box, areas, fate: loss === undefined ? change : 'part-lost' }
}

type PlacedShape =
  | { readonly loss: PageFate }
  | { readonly points: readonly Point[]; readonly bounds: Bounds; readonly clamped: boolean }

function placeShape(
  shape: readonly Point[],
  page: Page | undefined,
  outside: OutsideRule,
): PlacedShape {
  const whole = boundsOf(shape)
  if (whole === undefined) return { loss: 'no-shape' }
  if (page === undefined) return { loss: 'no-size' }
  if (isFlat(whole)) return { loss: 'zero-size' }
  const { width, height } = page
  const { left, top, right, bottom } = whole
  const inside = left >= 0 && top >= 0 && right <= width && bottom <= height
  const points = shape.length < 3 ? cornersOf(whole) : shape
  if (inside || outside === 'keep') return { points, bounds: whole, clamped: false }
  const rest = cutAtEdges(points, width, height)
  const bounds = boundsOf(rest)
  if (outside === 'drop' || bounds === undefined || isFlat(bounds)) return { loss: 'outside' }
  return { points: rest, bounds, clamped: true }
}

function isFlat({ left, top, right, bottom }: Bounds): boolean {
  return left === right || top === bottom
}
