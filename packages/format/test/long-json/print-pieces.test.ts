import { describe, expect, it } from 'vitest'
import { parseExactly, printExactly } from '../../src/exact-json.ts'
import { printPieces } from '../../src/long-json/print-pieces.ts'

describe('JSON printed in pieces', () => {
  it('is what is printed at once', () => {
    const long = Array.from({ length: 3000 }, (_, id) => ({ id, text: '😀"'.repeat(id % 300) }))
    const object = { long, none: undefined, empty: [], odd: [undefined, 1], text: 'x', list: [[]] }
    const pieces = [...printPieces(object)]
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('')).toBe(JSON.stringify(object))
    expect([...printPieces({})]).toEqual(['{}'])
  })

  it('is cut inside of objects as well', () => {
    const rows = Array.from({ length: 30_000 }, (_, id) => [{ id, content: 'Ä "1"' }])
    const object = { version: '1', data: { none: undefined, rows, more: { rows } }, empty: {} }
    const pieces = [...printPieces(object)]
    expect(Math.max(...pieces.slice(0, -3).map(({ length }) => length))).toBeLessThan(
      2 ** 20 + 2 ** 15,
    )
    expect(pieces.join('')).toBe(JSON.stringify(object))
  })

  it('keeps the digits of integers', () => {
    const text =
      '{"a":[12345678901234567890],"b":12345678901234567890,"c":{"d":12345678901234567890}}'
    const object = { ...(parseExactly(text) as object) }
    expect([...printPieces(object)].join('')).toBe(text)
    expect(printExactly(object)).toBe(text)
  })
})
