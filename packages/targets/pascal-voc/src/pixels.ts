import type { Bounds } from '@labelport/format'
import type { Options } from './options.ts'

/** The edges of a box as they are written. */
export interface Pixels {
  readonly xmin: number
  readonly ymin: number
  readonly xmax: number
  readonly ymax: number
  /** Whether an edge had to be moved. */
  readonly moved: boolean
}

/**
 * Edges between pixels become pixels. From 1, the box over the first pixel is 1 to 1; from 0 it is 0 to 1,
 * the edges themselves.
 */
export function pixelsOf(bounds: Bounds, { rounding, origin }: Options): Pixels {
  const [low, high] = roundings[rounding]
  const first = Number(origin)
  const [left, top] = [low(bounds.left), low(bounds.top)]
  // A box thinner than a pixel still covers one.
  const least = rounding === 'none' ? 0 : 1
  const right = Math.max(high(bounds.right), left + least)
  const bottom = Math.max(high(bounds.bottom), top + least)
  return {
    xmin: left + first,
    ymin: top + first,
    xmax: right,
    ymax: bottom,
    moved:
      left !== bounds.left ||
      top !== bounds.top ||
      right !== bounds.right ||
      bottom !== bounds.bottom,
  }
}

const same = (value: number): number => value

const roundings = {
  nearest: [Math.round, Math.round],
  outward: [Math.floor, Math.ceil],
  none: [same, same],
} as const satisfies Record<Options['rounding'], readonly [typeof same, typeof same]>
