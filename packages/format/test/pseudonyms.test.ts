import { describe, expect, it } from 'vitest'
import { hexOf, openSha256, pseudonymsOf, sha256Of } from '../src/index.ts'

const encoder = new TextEncoder()

describe('openSha256', () => {
  it('hashes the examples of the standard', () => {
    expect(sha256Of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Of('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
  })

  it('agrees with the platform on every length around the borders of a block, in any pieces', async () => {
    for (const length of [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256)
      const expected = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
      for (const cut of [0, 1, 63, 64, 65]) {
        const hash = openSha256().update(bytes.subarray(0, cut)).update(bytes.subarray(cut))
        expect(hexOf(hash.digest()), `${length} cut at ${cut}`).toBe(expected)
      }
    }
  })
})

describe('pseudonymsOf', () => {
  it('is HMAC-SHA-256 under the key', async () => {
    for (const key of ['', 'secret', 'k'.repeat(64), 'longer than a block '.repeat(5)]) {
      const algorithm = { name: 'HMAC', hash: 'SHA-256' }
      // The platform refuses an empty key; zeros say the same.
      const bytes = key === '' ? new Uint8Array(1) : encoder.encode(key)
      const own = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
      const signed = await crypto.subtle.sign('HMAC', own, encoder.encode('zoë@example.org'))
      const expected = `person-${hexOf(new Uint8Array(signed)).slice(0, 12)}`
      expect(pseudonymsOf(key).of({ email: 'zoë@example.org' })).toBe(expected)
    }
  })

  it('calls one person the same in every run, and another way under another key', () => {
    const ann = { email: 'ann@example.org' }
    expect(pseudonymsOf('a').of(ann)).toBe(pseudonymsOf('a').of({ email: ' Ann@Example.org' }))
    expect(pseudonymsOf('a').of(ann)).not.toBe(pseudonymsOf('b').of(ann))
    expect(pseudonymsOf('a').of(ann)).not.toBe(pseudonymsOf('a').of({ email: 'ben@example.org' }))
  })

  it('knows a person by the id wherever there is one', () => {
    const names = pseudonymsOf('a')
    expect(names.of({ id: '7', email: 'ann@example.org' })).toBe(names.of({ id: '7', name: 'Ann' }))
  })
})
