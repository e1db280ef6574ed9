import { describe, expect, it } from 'vitest'
import { integerAt } from '../../src/long-json/element-keys.ts'
import { watchKeys } from '../../src/long-json/key-watch.ts'

/** What stands where the values of `a` and `b` begin, and whether a key is escaped. */
function watched(text: string) {
  const bytes = new TextEncoder().encode(text)
  const keys = watchKeys(['a', 'b'])
  keys.end(new TextEncoder().encode('{"a":1,"b":2,"\\u0061":3}'), 0, 24)
  const to = keys.end(bytes, 0, bytes.length)
  return {
    rest: keys.valueAt.map((at) => (at === -1 ? undefined : text.slice(at))),
    integers: keys.valueAt.map((at) => (at === -1 ? -1 : integerAt(bytes, at, to))),
    hasEscapedKey: keys.hasEscapedKey,
    to,
  }
}

describe('keys that are watched', () => {
  it('are found where their values begin, the last of equal ones', () => {
    expect(watched('{"a": 7 ,"b":{"c":1},"a":12}')).toEqual({
      rest: ['12}', '{"c":1},"a":12}'],
      integers: [12, -1],
      hasEscapedKey: false,
      to: 28,
    })
  })

  it('are those of the object alone, not of what is in it, and no texts', () => {
    const { rest } = watched('{"x":{"a":1},"y":["a",{"b":1}],"z":"a","ab":2}')
    expect(rest).toEqual([undefined, undefined])
  })

  it('tell that another may hide under an escape', () => {
    expect(watched('{"\\u0061":1,"b":2}')).toMatchObject({
      rest: [undefined, '2}'],
      hasEscapedKey: true,
    })
  })

  it.each([
    ['1e3', -1],
    ['1.0', -1],
    ['-1', -1],
    ['"1"', -1],
    ['1234567890', -1],
    ['999999999', 999_999_999],
  ])('have an integer where it is plain to see: %s', (value, integer) => {
    expect(watched(`{"a":${value}}`).integers[0]).toBe(integer)
  })
})
