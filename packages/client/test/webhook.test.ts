import { createServer, type Server } from 'node:http'
import {
  createWebhookReceiver,
  memoryTarget,
  verifyWebhook,
  type WebhookReceiver,
} from '@labelport/client'
import type { Fault, HookRetries } from '@labelport/emulator'
import { afterEach, describe, expect, it } from 'vitest'
import { refusalOf } from '../src/allowed-link.ts'
import { projectId, type World, world } from './world.ts'

/** The example of the service's documentation. */
const vector = {
  body: '{"body":"sample"}',
  secret: 'secret',
  signature: '0278b1a603de4c561ac0feb960354d0d00e8846b74813d81bddb43ad45bff767',
}

describe('the signature of a call', () => {
  const { body, secret, signature } = vector

  it('is that of the documented example, also in capitals', async () => {
    expect(await verifyWebhook(body, signature, secret)).toBe(true)
    expect(await verifyWebhook(new TextEncoder().encode(body), signature, secret)).toBe(true)
    expect(await verifyWebhook(body, signature.toUpperCase(), secret)).toBe(true)
  })

  it.each([
    ['another body', `${body}\n`, signature, secret],
    ['the same JSON written otherwise', '{ "body": "sample" }', signature, secret],
    ['another secret', body, signature, 'Secret'],
    ['no secret', body, signature, ''],
    ['no header', body, null, secret],
    ['an empty header', body, '', secret],
    ['a prefix', body, `sha256=${signature}`, secret],
    ['a part of it', body, signature.slice(0, 62), secret],
    ['other digits', body, signature.replace('0', '1'), secret],
  ])('W2: is not that of %s', async (_, text, header, key) => {
    expect(await verifyWebhook(text, header, key)).toBe(false)
  })
})

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

interface Hooked extends World {
  readonly receiver: WebhookReceiver
  /** Exports by a call to the receiver. */
  exported(): Promise<Uint8Array>
}

/** A world whose client can be called over a real socket. */
async function hooked(
  faults: readonly Fault[] = [],
  { hookRetries, fail = 0 }: { readonly hookRetries?: HookRetries; readonly fail?: number } = {},
): Promise<Hooked> {
  let failures = fail
  const server = createServer(async (message, response) => {
    if (failures > 0) {
      failures -= 1
      response.writeHead(500).end()
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(Buffer.from(chunk))
    const headers = Object.entries(message.headers).map(([k, v]): [string, string] => [
      k,
      String(v),
    ])
    const { method = 'GET', url } = message
    const body = chunks.length === 0 ? null : Buffer.concat(chunks)
    const answer = await receiver.handle(new Request(`http://x${url}`, { method, headers, body }))
    response.writeHead(answer.status).end(await answer.text())
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const made = await world(faults, {}, hookRetries === undefined ? {} : { hookRetries })
  const receiver = createWebhookReceiver({
    url: `http://127.0.0.1:${port}/hook/`,
    allowedHosts: [new URL(made.emulator.url).host],
  })
  return {
    ...made,
    receiver,
    async exported() {
      const target = memoryTarget()
      const call = receiver.expect()
      const input = { projectId, fileName: 'garden', format: 'LINES' }
      const delivery = { method: 'CUSTOM_WEBHOOK', call } as const
      const { onEvent } = {
        onEvent: (event: (typeof made.events)[number]) => made.events.push(event),
      }
      await made.client.exportProject({ ...input, ...delivery }, { target, onEvent })
      return target.bytes()
    },
  }
}

describe('an export that is called for', () => {
  it('brings the file that the call names', async () => {
    const { exported, seen, emulator } = await hooked()
    const bytes = await exported()
    expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK')
    expect(emulator.hookStatuses()).toEqual([200])
    const { input } = JSON.parse(seen('request')[0]?.body ?? '{}').variables
    expect(input).toMatchObject({
      method: 'CUSTOM_WEBHOOK',
      url: expect.stringMatching(/\/hook\/[0-9a-f]{32}$/),
    })
  })

  it('W1: is called twice and handled once', async () => {
    const { exported, emulator, seen } = await hooked([{ fault: 'hook-twice' }])
    await exported()
    await expect.poll(() => emulator.hookStatuses()).toEqual([200, 200])
    expect(seen('probe')).toHaveLength(1)
  })

  it.each([
    ['hook-wrong-signature', 401],
    ['hook-no-signature', 401],
    ['hook-prefixed-signature', 401],
    ['hook-reserialised', 401],
    ['hook-large', 413],
    ['hook-no-json', 400],
    ['hook-inner-host', 403],
  ] as const)(
    'W2, W4: does not heed a call with %s, and says when none comes',
    async (fault, status) => {
      const { exported, emulator, seen } = await hooked([{ fault }])
      await expect(exported()).rejects.toMatchObject({ code: 'client/no-call' })
      expect(emulator.hookStatuses()).toEqual([status])
      expect([...seen('probe'), ...seen('download')]).toEqual([])
    },
  )

  it.each(['hook-upper-case', 'hook-post'] as const)(
    'W2, W4: takes a call with %s',
    async (fault) => {
      const { exported } = await hooked([{ fault }])
      expect((await exported()).length).toBeGreaterThan(100)
    },
  )

  it('W3: takes a call that comes before the answer', async () => {
    const { exported, emulator } = await hooked([{ fault: 'hook-early' }])
    expect((await exported()).length).toBeGreaterThan(100)
    expect(emulator.hookStatuses()).toEqual([200])
  })

  it('W3: takes a call whose export is not known because the answer was lost', async () => {
    const faults = [{ fault: 'hook-early' }, { fault: 'reset-after', stage: 'request' }] as const
    const { exported, seen } = await hooked(faults)
    expect((await exported()).length).toBeGreaterThan(100)
    expect([seen('request').length, seen('status').length]).toEqual([1, 0])
  })

  it('W3: says that nobody knows the outcome when the answer was lost and no call comes', async () => {
    const faults = [{ fault: 'hook-never' }, { fault: 'reset-after', stage: 'request' }] as const
    const { exported, clock } = await hooked(faults)
    const started = clock.now()
    await expect(exported()).rejects.toMatchObject({ code: 'client/outcome-unknown' })
    expect(clock.now() - started).toBeGreaterThanOrEqual(120_000)
  })

  it('W3: learns by asking that it is delivered, and that no call comes', async () => {
    const { exported, seen, clock } = await hooked([{ fault: 'hook-never' }])
    const started = clock.now()
    await expect(exported()).rejects.toMatchObject({ code: 'client/no-call', retryable: false })
    expect(clock.now() - started).toBeGreaterThanOrEqual(120_000)
    expect(seen('status').length).toBeGreaterThan(0)
    expect(seen('request')).toHaveLength(1)
  })

  it('W3: learns by asking that it failed', async () => {
    const { exported } = await hooked([{ fault: 'hook-never' }, { fault: 'failed' }])
    await expect(exported()).rejects.toMatchObject({ code: 'client/export-failed' })
  })

  it('W5: is called again when the receiver failed', async () => {
    const { exported, emulator } = await hooked([], {
      hookRetries: { times: 2, pauseMs: 5 },
      fail: 2,
    })
    await exported()
    expect(emulator.hookStatuses()).toEqual([500, 500, 200])
  })

  it('U9: does not follow a link from outside to another host', async () => {
    const { exported } = await hooked([{ fault: 'moved-host', always: true }])
    await expect(exported()).rejects.toMatchObject({ code: 'client/file-refused' })
  })
})

describe('the receiver', () => {
  const receiver = createWebhookReceiver({ url: 'https://me.example.org/hook', allowedHosts: [] })
  const call = (path: string, init: RequestInit): Promise<Response> =>
    receiver.handle(new Request(`https://me.example.org/hook/${path}`, init))

  it('W4: answers only to PUT and POST', async () => {
    expect((await call('x', { method: 'GET' })).status).toBe(405)
  })

  it('W2: does not know calls that nobody expects', async () => {
    expect((await call('x', { method: 'PUT', body: '{}' })).status).toBe(404)
    const expected = receiver.expect()
    const path = expected.webhook.url.split('/').at(-1) ?? ''
    expect((await call(path, { method: 'PUT', body: '{}' })).status).toBe(401)
    expected.forget()
    expect((await call(path, { method: 'PUT', body: '{}' })).status).toBe(404)
  })

  it.each([
    ['https://files.example.org/a.zip', undefined],
    ['https://eu.store.example.com/a.zip', undefined],
    ['https://store.example.com/a.zip', /not among/],
    ['https://files.example.org.evil.example/a.zip', /not among/],
    ['https://files.example.org:444/a.zip', /not among/],
    ['https://user@files.example.org/a.zip', /user name/],
    ['http://files.example.org/a.zip', /https/],
    ['http://169.254.169.254/latest', /not among/],
    ['http://127.0.0.1:81/a', /not among/],
    ['file:///etc/passwd', /not among/],
    ['no link', /no address/],
  ])('W4: judges %s before anything is fetched', (link, refusal) => {
    const allowed = ['files.example.org', '.store.example.com']
    if (refusal === undefined) expect(refusalOf(link, allowed)).toBeUndefined()
    else expect(refusalOf(link, allowed)).toMatch(refusal)
  })
})
