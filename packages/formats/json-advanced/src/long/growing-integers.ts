/** Integers of 32 bits in a row, of which there may be millions. */
export function growingIntegers() {
  let integers = new Int32Array(1024)
  let count = 0
  return {
    length: () => count,
    at: (index: number): number => (index < count ? (integers[index] ?? 0) : 0),
    add(integer: number): void {
      if (count === integers.length) {
        const more = new Int32Array(2 * count)
        more.set(integers)
        integers = more
      }
      integers[count] = integer
      count += 1
    },
    set(index: number, integer: number): void {
      if (index < count) integers[index] = integer
    },
  }
}
