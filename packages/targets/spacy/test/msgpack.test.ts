import { decode } from '@msgpack/msgpack'
import { describe, expect, it } from 'vitest'
import { type Packable, packed } from '../src/msgpack.ts'

const sizes = [0, 1, 15, 16, 31, 32, 127, 128, 255, 256, 65_535, 65_536]

describe('MessagePack', () => {
  it.each(sizes)('of size %i is read by another library', (size) => {
    const text = 'x'.repeat(size)
    const list = Array.from({ length: size }, () => null)
    const map = new Map<Packable, Packable>(list.map((_, index) => [String(index), true]))
    expect(decode(packed(size))).toBe(size)
    expect(decode(packed(text))).toBe(text)
    expect(decode(packed(new Uint8Array(size)))).toEqual(new Uint8Array(size))
    expect(decode(packed(list))).toEqual(list)
    expect(Object.keys(Object(decode(packed(map))))).toHaveLength(size)
  })

  it('keeps texts beyond ASCII and tells floats from integers', () => {
    expect(decode(packed('Zoë 😀 שלום'))).toBe('Zoë 😀 שלום')
    expect([...packed({ float: 1 })]).toEqual([0xcb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0])
  })
})
