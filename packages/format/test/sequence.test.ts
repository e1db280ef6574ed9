import { describe, expect, it } from 'vitest'
import { itemsAt, joined, mapped, type Sequence, sequenceOf, sliceOf } from '../src/index.ts'

const squares = (length: number): Sequence<number> => sequenceOf(length, (index) => index * index)

/** What it holds, asked one by one and all together. */
function heldBy<T>(items: Sequence<T>): readonly (T | undefined)[] {
  const asked = Array.from({ length: items.length }, (_, index) => items.at(index))
  expect([...items]).toEqual(asked)
  expect(items.at(items.length)).toBeUndefined()
  return asked
}

describe('a sequence', () => {
  it('makes its things when they are asked for, each time anew', () => {
    let made = 0
    const items = sequenceOf(1_000_000, (index) => {
      made += 1
      return { index }
    })
    expect(items.at(999_999)).toEqual({ index: 999_999 })
    expect(items.at(3)).not.toBe(items.at(3))
    expect(made).toBe(3)
    expect([items.at(1_000_000), items.at(-1)]).toEqual([undefined, undefined])
  })

  it('can be an array', () => {
    expect(heldBy(mapped(['a', 'b'], (text) => text.toUpperCase()))).toEqual(['A', 'B'])
  })

  it('gives those at some places, or from one to another', () => {
    expect(heldBy(itemsAt(squares(9), Uint32Array.of(8, 0, 3)))).toEqual([64, 0, 9])
    expect(heldBy(sliceOf(squares(9), 2, 5))).toEqual([4, 9, 16])
    expect(heldBy(sliceOf(squares(9), 2, 2))).toEqual([])
  })

  it('stands behind others, also behind empty ones', () => {
    const parts = [[], squares(3), [], [], ['x', 'y'], []] as const
    expect(heldBy(joined<number | string>(parts))).toEqual([0, 1, 4, 'x', 'y'])
    expect(heldBy(joined([squares(2)]))).toEqual([0, 1])
    expect(heldBy(joined([]))).toEqual([])
    expect(heldBy(joined([[], []]))).toEqual([])
  })

  it('refuses places beyond what it was made of', () => {
    expect(() => itemsAt(['a'], [1]).at(0)).toThrow(RangeError)
  })
})
