import type { Point } from '@labelport/model'

/** An upright rectangle, in pixels from the top left corner. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The smallest upright rectangle around points; undefined without points or with one that is no number. */
export function boundsOf(points: readonly Point[]): Bounds | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return points.length === 0 ? undefined : { left, top, right, bottom }
}

/** Whether the points are the four corners of their bounds, in order around them. */
export function isUpright(points: readonly Point[]): boolean {
  const bounds = boundsOf(points)
  if (bounds === undefined || points.length !== 4) return false
  const { left, top, right, bottom } = bounds
  return points.every(({ x, y }, index) => {
    const next = points[(index + 1) % 4]
    const onCorner = (x === left || x === right) && (y === top || y === bottom)
    // Exactly one coordinate changes from corner to corner: no corner is there twice or left out.
    return onCorner && next !== undefined && (next.x === x) !== (next.y === y)
  })
}

/** The size of the area inside a polygon, in square pixels. */
export function areaOf(points: readonly Point[]): number {
  let twice = 0
  for (const [index, { x, y }] of points.entries()) {
    const next = points[(index + 1) % points.length]
    if (next !== undefined) twice += x * next.y - next.x * y
  }
  return Math.abs(twice) / 2
}

/** The corners of a rectangle, clockwise from the top left. */
export function cornersOf({ left, top, right, bottom }: Bounds): readonly Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}

/** The part of a polygon that lies on a page of this size (Sutherland and Hodgman). */
export function cutAtEdges(
  points: readonly Point[],
  width: number,
  height: number,
): readonly Point[] {
  const sides = [
    { inside: ({ x }: Point) => x >= 0, cross: (a: Point, b: Point) => onX(a, b, 0) },
    { inside: ({ x }: Point) => x <= width, cross: (a: Point, b: Point) => onX(a, b, width) },
    { inside: ({ y }: Point) => y >= 0, cross: (a: Point, b: Point) => onY(a, b, 0) },
    { inside: ({ y }: Point) => y <= height, cross: (a: Point, b: Point) => onY(a, b, height) },
  ]
  let rest = points
  for (const { inside, cross } of sides) {
    const kept: Point[] = []
    for (const [index, point] of rest.entries()) {
      const before = rest.at(index - 1) ?? point
      if (inside(point) !== inside(before)) kept.push(cross(before, point))
      if (inside(point)) kept.push(point)
    }
    rest = kept
  }
  return rest
}

function onX(a: Point, b: Point, x: number): Point {
  return { x, y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) }
}

function onY(a: Point, b: Point, y: number): Point {
  return { x: a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y), y }
}
