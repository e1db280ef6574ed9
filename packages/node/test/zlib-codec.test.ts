import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { zlibCodec } from '../src/index.ts'

describe('zlibCodec', () => {
  const content = Buffer.from('zażółć '.repeat(999))
  const packed = deflateRawSync(content)

  it('inflates to the expected size', () => {
    expect(Buffer.compare(zlibCodec.inflateRaw(packed, content.length), content)).toBe(0)
    expect(zlibCodec.inflateRaw(deflateRawSync(Buffer.alloc(0)), 0).length).toBe(0)
  })

  it('throws RangeError as soon as there are more', () => {
    expect(() => zlibCodec.inflateRaw(packed, content.length - 1)).toThrow(RangeError)
    expect(() => zlibCodec.inflateRaw(deflateRawSync(Buffer.alloc(2 ** 24)), 100)).toThrow(
      RangeError,
    )
  })

  it('throws another error for damaged data', () => {
    for (const damaged of [packed.subarray(0, 20), Buffer.alloc(20, 0xff)]) {
      expect(() => zlibCodec.inflateRaw(damaged, content.length)).toThrow()
      expect(() => zlibCodec.inflateRaw(damaged, content.length)).not.toThrow(RangeError)
    }
  })

  it('sums up bytes and goes on from a sum', () => {
    const bytes = new TextEncoder().encode('123456789')
    expect(zlibCodec.crc32(bytes)).toBe(0xcbf43926)
    expect(zlibCodec.crc32(bytes.subarray(4), zlibCodec.crc32(bytes.subarray(0, 4)))).toBe(
      0xcbf43926,
    )
  })
})
