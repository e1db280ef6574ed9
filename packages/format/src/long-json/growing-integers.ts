/** Integers of 32 bits in a row, of which there may be millions. */
export interface Integers {
  length(): number
  /** 0 where there is none. */
  at(index: number): number
}

/** Integers that are added one by one. */
export interface GrowingIntegers extends Integers {
  add(integer: number): void
  set(index: number, integer: number): void
}

/** Starts without any. */
export function growingIntegers(): GrowingIntegers {
  let integers = new Int32Array(1024)
  let count = 0
  return {
    length: () => count,
    at: (index) => (index < count ? (integers[index] ?? 0) : 0),
    add(integer) {
      if (count === integers.length) {
        const more = new Int32Array(2 * count)
        more.set(integers)
        integers = more
      }
      integers[count] = integer
      count += 1
    },
    set(index, integer) {
      if (index < count) integers[index] = integer
    },
  }
}
