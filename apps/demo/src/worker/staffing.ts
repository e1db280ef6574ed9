/** How many workers there may be. */
export interface Staff {
  /** How much the machine does at once. */
  readonly cores: number
  /** As the address of the page says. Absent means as many as pay. */
  readonly wanted?: number
}

/** Below this one worker is done before another has begun. In bytes, unpacked. */
const muchToRead = 16 * 2 ** 20

/** More would mostly wait for the one that puts together what they find. */
const most = 4

/** How many workers read besides the first; `ranges` are the bytes of what is read at one go. */
export function helpersFor(ranges: readonly number[], { cores, wanted }: Staff): number {
  const bytes = ranges.reduce((sum, size) => sum + size, 0)
  const paying = bytes < muchToRead ? 1 : Math.min(cores, most)
  return Math.max(0, Math.min(wanted ?? paying, ranges.length) - 1)
}
