import type { Box, Point, Shape } from '@labelport/model'
import type { Matching } from './match.ts'

/** Boxes that cover each other by half are about the same thing: the measure object detection uses. */
export const boxMatching: Matching<Box> = {
  samePlace: 0.5,
  places: ({ shapes }) => [...new Set(shapes.map(({ page }) => String(page)))],
  overlap: (one, other) => shapeOverlap(one.shapes, other.shapes),
}

/**
 * Intersection over union of two boxes, from 0 to 1. Exact for convex shapes; a shape that bends inward counts
 * as the rectangle around it.
 */
export function shapeOverlap(ones: readonly Shape[], others: readonly Shape[]): number {
  const [all, rest] = [ones.map(convex), others.map(convex)]
  let shared = 0
  for (const one of all) {
    for (const other of rest) {
      if (one.page === other.page) shared += area(clipped(one.points, other.points))
    }
  }
  const sum = (some: readonly Shape[]) =>
    some.reduce((total, { points }) => total + area(points), 0)
  const either = sum(all) + sum(rest) - shared
  return either <= 0 ? 0 : Math.min(1, shared / either)
}

/** The shape with its points in the direction of positive area. */
function convex({ page, points }: Shape): Shape {
  const turns = points.map((point, at) => {
    const before = points.at(at - 1) ?? point
    return cross(before, point, points[(at + 1) % points.length] ?? point)
  })
  if (turns.every((turn) => turn >= 0)) return { page, points }
  if (turns.every((turn) => turn <= 0)) return { page, points: [...points].reverse() }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  return { page, points: corners }
}

/** The part of a polygon that lies inside a convex one: cut along each of its edges in turn. */
function clipped(subject: readonly Point[], frame: readonly Point[]): readonly Point[] {
  let left = subject
  for (const [at, from] of frame.entries()) {
    const to = frame[(at + 1) % frame.length] ?? from
    const kept: Point[] = []
    for (const [position, point] of left.entries()) {
      const before = left.at(position - 1) ?? point
      const [was, is] = [cross(from, to, before), cross(from, to, point)]
      if (was < 0 !== is < 0) kept.push(between(before, point, was / (was - is)))
      if (is >= 0) kept.push(point)
    }
    left = kept
  }
  return left
}

/** Positive when `c` lies to the side of the line from `a` to `b` where the inside is. */
function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function area(points: readonly Point[]): number {
  let twice = 0
  for (const [at, { x, y }] of points.entries()) {
    const next = points[(at + 1) % points.length]
    if (next !== undefined) twice += x * next.y - next.x * y
  }
  return Math.abs(twice) / 2
}
