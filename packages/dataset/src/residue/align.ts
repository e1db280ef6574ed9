/** Beyond this many comparisons only what begins and ends two lists is aligned. */
const comparisonLimit = 4_000_000

/**
 * For each item of one list the equal item of the other, in order on both sides, as many as can be; -1 where there
 * is none.
 */
export function align(one: readonly string[], other: readonly string[]): number[] {
  const places = new Array<number>(one.length).fill(-1)
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) {
    places[start] = start
    start += 1
  }
  let end = one.length
  let otherEnd = other.length
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end -= 1
    otherEnd -= 1
    places[end] = otherEnd
  }
  const [height, width] = [end - start, otherEnd - start]
  if (height === 0 || width === 0 || height * width > comparisonLimit) return places
  // The longest common subsequence of what is left, from the end so that it can be walked from the start.
  const row = width + 1
  const lengths = new Uint32Array((height + 1) * row)
  const at = (y: number, x: number): number => lengths[y * row + x] ?? 0
  for (let y = height - 1; y >= 0; y -= 1) {
    for (let x = width - 1; x >= 0; x -= 1) {
      lengths[y * row + x] =
        one[start + y] === other[start + x]
          ? at(y + 1, x + 1) + 1
          : Math.max(at(y + 1, x), at(y, x + 1))
    }
  }
  for (let y = 0, x = 0; y < height && x < width; ) {
    if (one[start + y] === other[start + x]) {
      places[start + y] = start + x
      y += 1
      x += 1
    } else if (at(y + 1, x) >= at(y, x + 1)) y += 1
    else x += 1
  }
  return places
}
