import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { nameInLink } from '../src/file-name.ts'
import { expiryOf, isRewritten } from '../src/link.ts'
import { projectId, world } from './world.ts'

const hours = 3_600_000

describe('the link of an export (trap 74)', () => {
  it('U1: is asked again until the file is there', async () => {
    const { run, seen, events } = await world([{ fault: 'file-missing', times: 3 }])
    await run()
    expect(seen('probe')).toHaveLength(4)
    expect(events.filter(({ type }) => type === 'file-awaited')).toHaveLength(1)
  })

  it('U2: is given up when the file never comes, and named without its query', async () => {
    const { fails, clock } = await world([{ fault: 'file-missing', always: true }])
    const started = clock.now()
    const error = await fails()
    expect(error).toMatchObject({ code: 'client/file-missing', retryable: true })
    expect(error.message).toContain('/storage/export/project/')
    expect(error.message).not.toContain('X-Amz-Signature=')
    expect(clock.now() - started).toBeGreaterThanOrEqual(600_000)
  })

  it('U3: is asked again when access is denied at first', async () => {
    const { run, seen } = await world([{ fault: 'access-denied', times: 3 }])
    await run()
    expect(seen('probe')).toHaveLength(4)
  })

  it('U3: is given up when access stays denied for two minutes', async () => {
    const { fails, clock, states } = await world([{ fault: 'access-denied', always: true }])
    const started = clock.now()
    expect(await fails()).toMatchObject({ code: 'client/file-refused', retryable: false })
    expect(clock.now() - started).toBeLessThan(160_000)
    expect(states.at(-1)?.type).toBe('failed')
  })

  it('U4: is replaced by a new export when it has died before the first byte', async () => {
    const { run, clock, seen, events, target } = await world([
      { fault: 'statuses', statuses: Array<string>(3).fill('QUEUED') },
    ])
    let asked = 0
    const result = await run({
      limits: { waitMs: 0 },
      onState({ type }) {
        if (type === 'delivered' && asked++ === 0) clock.advance(6 * hours)
      },
      onEvent: (event) => events.push(event),
    })
    expect(seen('request')).toHaveLength(2)
    expect(seen('request')[1]?.body).toBe(seen('request')[0]?.body)
    expect(events.filter(({ type }) => type === 'renewal')).toHaveLength(1)
    expect(result.bytes).toBe(target.bytes().length)
  })

  it('U4: is replaced when it dies in the middle of a download, and the part is dropped', async () => {
    const { run, clock, seen, target } = await world([{ fault: 'cut-download', bytes: 100 }])
    let turned = false
    await run({
      onEvent({ type }) {
        if (type === 'retry' && !turned) clock.advance(6 * hours)
        turned ||= type === 'retry'
      },
    })
    expect(seen('request')).toHaveLength(2)
    expect(seen('download').map(({ headers }) => headers.range)).toEqual([
      'bytes=0-',
      'bytes=100-',
      'bytes=0-',
    ])
    expect(new TextDecoder().decode(target.bytes().subarray(0, 2))).toBe('PK')
  })

  it('U4: is replaced twice and then given up', async () => {
    const { fails, seen, states } = await world([{ fault: 'link-expired', always: true }])
    expect(await fails()).toMatchObject({ code: 'client/file-expired' })
    expect(seen('request')).toHaveLength(3)
    expect(states.at(-1)?.type).toBe('failed')
  })

  it('U5: is replaced when the session behind it has died early', async () => {
    const { run, seen } = await world([{ fault: 'session-expired' }])
    await run()
    expect(seen('request')).toHaveLength(2)
  })

  it('U6: is never asked for by HEAD', async () => {
    const { run, seen, emulator, states } = await world()
    await run()
    expect([...seen('probe'), ...seen('download')].every(({ method }) => method === 'GET')).toBe(
      true,
    )
    const state = states.find(({ type }) => type === 'waiting')
    const head = await fetch(
      state?.type === 'waiting' && state.fileUrl ? state.fileUrl : emulator.url,
      {
        method: 'HEAD',
      },
    )
    expect(head.status).toBe(403)
  })

  it('U7: never gets the token', async () => {
    const { run, seen } = await world()
    await run()
    const asked = [...seen('probe'), ...seen('download')]
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
    expect(asked.filter(({ headers }) => headers['accept-encoding'] !== 'identity')).toEqual([])
  })

  it('U8: travels byte for byte', async () => {
    const { client, target, states, seen } = await world()
    const fileName = "Zoë's notes ~ a+b (1) 🌿 100%"
    const result = await client.exportProject(
      { projectId, fileName, format: 'LINES' },
      { target, onState: (state) => void states.push(state) },
    )
    const state = states.find(({ type }) => type === 'waiting')
    const sent = seen('download')[0]?.target
    expect(state?.type === 'waiting' && state.fileUrl?.endsWith(sent ?? '?')).toBe(true)
    expect(result.name).toBe(`${fileName}.zip`)
  })

  it('U8: says what to do when the standard fetch breaks its signature', async () => {
    const { client, events, target } = await world()
    const input = { projectId, fileName: 'x', format: 'LINES' }
    const odd = (link: string): string => link.replace('&X-Amz-Date', "&name='x'&X-Amz-Date")
    const { fails } = await world([], {
      async fetch(url, init) {
        const response = await fetch(url, init)
        if (!url.endsWith('/graphql')) return response
        return new Response(odd(await response.text()), response)
      },
    })
    await client.exportProject(input, { target, onEvent: (event) => events.push(event) })
    expect(events.some(({ type }) => type === 'link-rewritten')).toBe(false)
    expect(await fails({ onEvent: (event) => events.push(event) })).toMatchObject({
      code: 'client/signature-refused',
      message: expect.stringContaining('Hand in a fetch'),
    })
    expect(events.some(({ type }) => type === 'link-rewritten')).toBe(true)
  })

  it('U8: is refused for any other byte in it', async () => {
    const { run, states } = await world()
    await run()
    const state = states.find(({ type }) => type === 'waiting')
    if (state?.type !== 'waiting' || !state.fileUrl) throw new Error('no link')
    const statusOf = (link: string): Promise<number | undefined> =>
      new Promise((resolve) => {
        request(link, (response) => resolve(response.resume().statusCode)).end()
      })
    expect(await statusOf(state.fileUrl)).toBe(200)
    expect(await statusOf(state.fileUrl.replace('%20', '+'))).toBe(403)
    expect(await statusOf(`${state.fileUrl}&x=1`)).toBe(403)
  })

  it('U9: is followed to another host without the token', async () => {
    const { run, seen } = await world([{ fault: 'moved-host', times: 2 }])
    await run()
    const hosts = new Set(seen('probe').map(({ headers }) => headers.host?.split(':')[0]))
    expect(hosts).toEqual(new Set(['127.0.0.1', 'localhost']))
  })

  it.each(['slow-down', 'internal-error'] as const)(
    'U10: is asked again after %s',
    async (fault) => {
      const { run, seen } = await world([{ fault, times: 2 }])
      await run()
      expect(seen('probe')).toHaveLength(3)
    },
  )

  it('U10: is given up after five failures in a row', async () => {
    const { fails, seen } = await world([{ fault: 'slow-down', always: true }])
    expect(await fails()).toMatchObject({ code: 'client/download-interrupted', retryable: true })
    expect(seen('probe')).toHaveLength(5)
  })

  it('U11: never passes an error document for the file (trap 56)', async () => {
    const { fails, target } = await world([{ fault: 'error-document', always: true }])
    expect(await fails()).toMatchObject({
      code: 'client/not-the-file',
      message: expect.stringContaining('InternalError'),
    })
    expect(() => target.bytes()).toThrow('not finished')
  })

  it('U11: takes the file when it comes after the error document', async () => {
    const { run, target } = await world([{ fault: 'error-document' }])
    await run()
    expect(new TextDecoder().decode(target.bytes().subarray(0, 2))).toBe('PK')
  })
})

describe('what a link tells', () => {
  const requested = (fileUrl: string, fileUrlExpiredAt?: string) => ({
    exportId: '1',
    fileUrl,
    requestedAt: 0,
    ...(fileUrlExpiredAt === undefined ? {} : { fileUrlExpiredAt }),
  })
  const signed = 'https://s3.example.org/a%20b.zip?X-Amz-Date=20260302T120000Z&X-Amz-Expires=21600'

  it.each([
    ['the query alone', requested(signed), Date.UTC(2026, 2, 2, 18)],
    [
      'an earlier ISO date',
      requested(signed, '2026-03-02T17:00:00.000Z'),
      Date.UTC(2026, 2, 2, 17),
    ],
    [
      'earlier milliseconds',
      requested(signed, String(Date.UTC(2026, 2, 2, 16))),
      Date.UTC(2026, 2, 2, 16),
    ],
    ['a later date', requested(signed, '2027-01-01T00:00:00Z'), Date.UTC(2026, 2, 2, 18)],
    ['an unreadable date', requested(signed, 'in six hours'), Date.UTC(2026, 2, 2, 18)],
    ['neither', requested('https://files.example.org/a.zip'), undefined],
  ])('is its end, from %s', (_, link, expected) => {
    expect(expiryOf(link)).toBe(expected)
  })

  it('is whether the standard fetch leaves it alone', () => {
    expect(isRewritten(signed)).toBe(false)
    expect(isRewritten("https://s3.example.org/it's~here?x=%27~+")).toBe(false)
    expect(isRewritten("https://s3.example.org/a?x='")).toBe(true)
    expect(isRewritten('https://s3.example.org/a b?x=1')).toBe(true)
    expect(isRewritten('no link')).toBe(true)
  })

  it('is a name that cannot leave its folder', () => {
    expect(nameInLink(signed)).toBe('a b.zip')
    expect(nameInLink('https://x.example.org/..%2F..%2Fetc%2Fpasswd?x')).toBe('.._.._etc_passwd')
    expect(nameInLink('https://x.example.org/100%.zip')).toBe('100%.zip')
    expect(nameInLink('https://x.example.org/')).toBeUndefined()
    expect(nameInLink('https://x.example.org/a/%2e%2e')).toBeUndefined()
  })
})
