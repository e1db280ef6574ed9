import { inspect } from 'node:util'
import { ClientError, createClient, memoryTarget } from '@labelport/client'
import { type RecordedRequest, startEmulator } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'
import { createRedactor, withoutQuery } from '../src/redact.ts'
import { world } from './world.ts'

/** Everything that logging could make of a value. */
const printed = (value: unknown): string =>
  [String(value), JSON.stringify(value), inspect(value, { depth: 20, showHidden: true })].join('\n')

describe('secrets (trap 80)', () => {
  it('are in no error, however it is printed', async () => {
    const faults = [
      [{ fault: 'client-refused' }],
      [{ fault: 'token-page', always: true }],
      [{ fault: 'unauthorized', always: true }],
      [{ fault: 'file-missing', always: true }],
      [{ fault: 'access-denied', always: true }],
      [{ fault: 'link-expired', always: true }],
      [{ fault: 'cut-download', bytes: 0, always: true }],
      [{ fault: 'error-document', always: true }],
      [{ fault: 'reset-after', stage: 'request' }],
      [{ fault: 'failed' }],
    ] as const
    for (const scenario of faults) {
      const { fails, emulator, states } = await world(scenario)
      const text = printed(await fails())
      expect(text).toContain('client/')
      for (const secret of secretsOf(states, emulator.requests(), emulator.credentials)) {
        expect(text).not.toContain(secret)
      }
    }
  })

  it('are not in what the server quotes', async () => {
    const emulator = await startEmulator({ formats: [] })
    const { clientSecret } = emulator.credentials
    emulator.scenario([
      {
        fault: 'graphql-error',
        message: `Token for ${clientSecret} at https://x.example.org/a?sig=abc is bad`,
      },
    ])
    const client = createClient({ baseUrl: emulator.url, ...emulator.credentials })
    const input = { projectId: '1', fileName: 'x', format: 'LINES' }
    const error: unknown = await client
      .exportProject(input, { target: memoryTarget() })
      .catch((thrown) => thrown)
    await emulator.close()
    expect(printed(error)).toContain('Token for *** at https://x.example.org/a?***')
    expect(printed(error)).not.toContain(clientSecret)
  })

  it('are in no cause, stack or property of a foreign error', async () => {
    const { fails } = await world([], {
      fetch: (url, init) => {
        if (!url.includes('/storage/')) return fetch(url, init)
        throw Object.assign(new TypeError(`Failed to parse URL from ${url}`), {
          code: 'ERR_INVALID_URL',
          input: url,
        })
      },
    })
    const error = await fails()
    expect(error.cause).toBeInstanceOf(Error)
    expect(printed(error)).toContain('Failed to parse URL')
    expect(printed(error)).not.toMatch(/X-Amz-Signature=[0-9a-f]/)
  })

  it('are not in the client itself', async () => {
    const { client, emulator, run } = await world()
    await run()
    expect(printed(client)).not.toContain(emulator.credentials.clientSecret)
  })

  it('are in no event', async () => {
    const { events, emulator, states, run } = await world([
      { fault: 'file-missing' },
      { fault: 'cut-download', bytes: 10 },
      { fault: 'link-expired', stage: 'download', from: 2 },
    ])
    await run()
    const text = printed(events)
    expect(text).toContain('renewal')
    for (const secret of secretsOf(states, emulator.requests(), emulator.credentials)) {
      expect(text).not.toContain(secret)
    }
  })

  it('are in states only as the link, which resuming needs', async () => {
    const { states, emulator, run } = await world()
    await run()
    const text = printed(states)
    expect(text).toContain('X-Amz-Signature=')
    expect(text).not.toContain(emulator.credentials.clientSecret)
    expect(text).not.toContain(tokenOf(emulator.requests()))
    expect(printed(states.at(-1))).not.toContain('X-Amz-')
  })
})

describe('a base URL', () => {
  const create = (baseUrl: string): unknown => {
    try {
      return createClient({ baseUrl, clientId: 'x', clientSecret: 'y' })
    } catch (error) {
      return error
    }
  }

  it.each(['http://app.datasaur.ai', 'http://10.0.0.7:8080', 'http://127.0.0.1.example.org'])(
    'is refused when it is plain HTTP to another machine: %s (trap 81)',
    (url) => expect(create(url)).toMatchObject({ code: 'client/insecure-base-url' }),
  )

  it.each([
    'http://127.0.0.1:80',
    'http://localhost',
    'http://[::1]:3000',
    'https://x.example.org/path/',
  ])('is taken: %s', (url) => expect(create(url)).not.toBeInstanceOf(Error))

  it.each(['app.datasaur.ai', 'ftp://x.example.org', 'https://x.example.org?a=1', ''])(
    'is refused when it is none: %j',
    (url) => expect(create(url)).toMatchObject({ code: 'client/bad-base-url' }),
  )

  it('is refused with credentials in it, which are not repeated', () => {
    const error = create('https://someone:hidden@x.example.org')
    expect(error).toMatchObject({ code: 'client/bad-base-url' })
    expect(printed(error)).not.toContain('hidden')
  })
})

describe('the redactor', () => {
  it('takes out secrets in their own and in their encoded form', () => {
    const { learn, redact } = createRedactor()
    learn('a+b/c=')
    expect(redact('secret a+b/c= or a%2Bb%2Fc%3D')).toBe('secret *** or ***')
  })

  it('takes the query out of every link and keeps the rest', () => {
    expect(
      createRedactor().redact('see https://s3.example.org/a.zip?X-Amz-Signature=1 and "y"'),
    ).toBe('see https://s3.example.org/a.zip?*** and "y"')
    expect(withoutQuery('https://s3.example.org/a.zip')).toBe('https://s3.example.org/a.zip')
  })

  it('never forgets the first secret, however many follow', () => {
    const { learn, redact } = createRedactor()
    learn('first secret')
    for (let count = 0; count < 100; count += 1) learn(`token ${count}.`)
    expect(redact('first secret, token 99.')).toBe('***, ***')
  })
})

it('is recognized as an error of the client across copies of the package', async () => {
  const { fails } = await world([{ fault: 'failed' }])
  const error = await fails()
  expect(ClientError.is(error)).toBe(true)
  expect(ClientError.is(new Error('x'))).toBe(false)
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'ClientError',
    code: 'client/export-failed',
    message: error.message,
    operation: 'GetExportDeliveryStatus',
    exportId: error.exportId,
    retryable: false,
  })
})

/** What nobody may see: secret, tokens, signatures. */
function secretsOf(
  states: readonly object[],
  requests: readonly RecordedRequest[],
  { clientSecret }: { readonly clientSecret: string },
): readonly string[] {
  const tokens = requests.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? [])
  const links = JSON.stringify(states).match(/X-Amz-Signature=[0-9a-f]+/g) ?? []
  return [...new Set([clientSecret, ...tokens, ...links])]
}

function tokenOf(requests: readonly RecordedRequest[]): string {
  return (
    requests.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? [])[0] ?? 'no token'
  )
}
