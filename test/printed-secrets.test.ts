import { describe, expect, it } from 'vitest'
import { openPrintedSecrets } from './printed-secrets.ts'

const token = 'a1b2c3d4e5f6a7b8c9d0'

describe('the scan of everything that is printed (trap 80)', () => {
  it.each([
    ['token', 'http://x', { headers: { authorization: `Bearer ${token}` } }],
    ['signature', `http://x/a?X-Amz-Date=1&X-Amz-Signature=${token}`, {}],
    ['client secret', 'http://x', { body: new URLSearchParams({ client_secret: token }) }],
    ['webhook secret', 'http://x', { body: `{"variables":{"secret":"${token}"}}` }],
  ])('finds a %s', (kind, url, init) => {
    const scan = openPrintedSecrets()
    scan.printed(`early ${token.slice(1)}`)
    scan.travelled(url, init)
    expect(scan.leaks()).toEqual([])
    scan.printed(`GET failed: ${token}`)
    expect(scan.leaks()).toEqual([kind])
  })

  it('hears what the console and the streams print', () => {
    const hear: unknown = Reflect.get(globalThis, Symbol.for('labelport.printed'))
    expect(hear).toBeTypeOf('function')
    expect(`${globalThis.fetch}`).toContain('travelled')
  })
})
