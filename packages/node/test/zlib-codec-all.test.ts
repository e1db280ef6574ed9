import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { zlibCodec } from '../src/index.ts'

const texts = ['zażółć ', '', '🌿'.repeat(3000), 'x'].map((text) => Buffer.from(text))

const packed = (content: Buffer) => ({
  bytes: deflateRawSync(content),
  size: content.length,
  crc: crc32(content),
})

describe('zlibCodec, for several at once', () => {
  const all = texts.map(packed)

  it('inflates each', () => {
    const inflated = zlibCodec.inflateRawAll(all)
    expect(inflated?.map((bytes) => Buffer.from(bytes))).toEqual(texts)
    expect(zlibCodec.inflateRawAll([])).toBeUndefined()
  })

  it.each([
    ['a wrong check sum', { crc: 1 }],
    ['a size that is too small', { size: 6999 }],
    ['a size that is too large', { size: 12_001 }],
    ['data that was cut', { bytes: deflateRawSync(texts[2] ?? '').subarray(0, 20) }],
    ['data that makes no sense', { bytes: Buffer.alloc(20, 0xff) }],
    [
      'bytes behind its data',
      { bytes: Buffer.concat([deflateRawSync(texts[2] ?? ''), Buffer.alloc(3)]) },
    ],
  ])('gives nothing where one has %s', (_, change) => {
    const damaged = all.map((one, n) => (n === 2 ? { ...one, ...change } : one))
    expect(zlibCodec.inflateRawAll(damaged)).toBeUndefined()
  })
})
