import { describe, expect, it } from 'vitest'
import { emulator, exported } from './asking.ts'

describe('the storage', () => {
  const get = (link: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(link, { headers })

  it('gives parts of a file', async () => {
    const { fileUrl } = await exported()
    const whole = new Uint8Array(await (await get(fileUrl)).arrayBuffer())
    const part = await get(fileUrl, { range: 'bytes=2-5' })
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 2-5/${whole.length}`,
    ])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.subarray(2, 6))
    const past = await get(fileUrl, { range: `bytes=${whole.length}-` })
    expect([past.status, past.headers.get('content-range')]).toEqual([
      416,
      `bytes */${whole.length}`,
    ])
    expect(await past.text()).toContain('<Code>InvalidRange</Code>')
  })

  it('refuses a file that is not the one meant', async () => {
    const { fileUrl } = await exported()
    const etag = (await get(fileUrl)).headers.get('etag') ?? ''
    expect((await get(fileUrl, { 'if-match': etag })).status).toBe(200)
    expect((await get(fileUrl, { 'if-match': '"other"' })).status).toBe(412)
  })

  it('lets a link die after six hours (U4)', async () => {
    const { fileUrl } = await exported()
    const aMinute = 60_000
    emulator().advance(21_600_000 - aMinute)
    expect((await get(fileUrl)).status).toBe(200)
    emulator().advance(aMinute)
    const dead = await get(fileUrl)
    expect([dead.status, await dead.text()]).toEqual([
      403,
      expect.stringContaining('<Message>Request has expired</Message>'),
    ])
  })

  it('refuses HEAD, a second way of identification, and a changed link (U6 U7 U8)', async () => {
    const { fileUrl } = await exported()
    expect((await fetch(fileUrl, { method: 'HEAD' })).status).toBe(403)
    const two = await get(fileUrl, { authorization: 'Bearer x' })
    expect([two.status, await two.text()]).toEqual([
      400,
      expect.stringContaining('InvalidArgument'),
    ])
    const changed = await get(fileUrl.replace('x.zip', 'y.zip'))
    expect(await changed.text()).toContain('SignatureDoesNotMatch')
  })
})
