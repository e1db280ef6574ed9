/** A place on the page, in pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * A curve that rises from one label and comes down on another, as the `d` of an SVG path. An arrow from a label to
 * itself is a loop above it.
 */
export function arrowPath(from: Spot, to: Spot): string {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  if (distance < 1) {
    const { x, y } = from
    return `M ${x - 7} ${y} C ${x - 34} ${y - 40} ${x + 34} ${y - 40} ${x + 7} ${y}`
  }
  const rise = Math.min(64, 18 + distance * 0.14)
  const top = Math.min(from.y, to.y) - rise
  return `M ${from.x} ${from.y} C ${from.x} ${top} ${to.x} ${top} ${to.x} ${to.y}`
}

/** Where the name of an arrow stands: at the top of its curve. */
export function arrowTop(from: Spot, to: Spot): Spot {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  const rise = distance < 1 ? 40 : Math.min(64, 18 + distance * 0.14)
  const top = Math.min(from.y, to.y) - rise
  const y = distance < 1 ? from.y - 30 : (from.y + to.y) / 8 + top * 0.75
  return { x: (from.x + to.x) / 2, y }
}
