import type { Point, Shape } from '@labelport/model'
import { isObject, type JsonObject, sameJson } from './json-value.ts'

/** Points in the order of the file: people draw boxes from any corner. Undefined when one is no point. */
export function pointsOf(value: unknown): Point[] | undefined {
  if (!Array.isArray(value)) return undefined
  const points: Point[] = []
  for (const point of value) {
    if (!isObject(point) || !isNumber(point.x) || !isNumber(point.y)) return undefined
    points.push({ x: point.x, y: point.y })
  }
  return points
}

/** The index of a page; the first one when nothing is said, undefined when it is no index. */
export function pageIndexOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return 0
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined
}

/**
 * The shape of a box around text: `pageIndex` and `coordinates`, or the corners `x0`, `y0` to `x3`, `y3` of
 * Datasaur's import. Undefined when there is neither.
 */
export function textBoxShape(source: JsonObject): Shape | undefined {
  const page = pageIndexOf(source.pageIndex)
  const points = pointsOf(source.coordinates) ?? cornersOf(source)
  return page === undefined || points === undefined ? undefined : { page, points }
}

/** The keys that tell a shape, in the form the source has; the source's own while the shape is the same. */
export function textBoxKeys(shape: Shape | undefined, source: JsonObject | undefined): JsonObject {
  if (source !== undefined && sameJson(textBoxShape(source), shape)) return {}
  const { page = 0, points = [] } = shape ?? {}
  if (source === undefined || points.length !== 4 || cornersOf(source) === undefined) {
    return { pageIndex: page, coordinates: points }
  }
  const corners = points.flatMap(({ x, y }, at) => [
    [`x${at}`, x],
    [`y${at}`, y],
  ])
  return { pageIndex: page, ...Object.fromEntries(corners) }
}

function cornersOf(source: JsonObject): Point[] | undefined {
  const { x0, y0, x1, y1, x2, y2, x3, y3 } = source
  return pointsOf([
    { x: x0, y: y0 },
    { x: x1, y: y1 },
    { x: x2, y: y2 },
    { x: x3, y: y3 },
  ])
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
