import { memoryTarget } from '@labelport/client'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

describe('the access token', () => {
  it('A1: is renewed once when it expires while waiting, told by GraphQL (trap 76)', async () => {
    const { run, seen } = await world([{ fault: 'unauthorized', stage: 'status' }])
    await run()
    expect(seen('token')).toHaveLength(2)
    expect(seen('request')).toHaveLength(1)
  })

  it('A2: is renewed once when it expires while waiting, told by HTTP (trap 76)', async () => {
    const { run, seen } = await world([{ fault: 'unauthorized-http', stage: 'status' }])
    await run()
    expect(seen('token')).toHaveLength(2)
    expect(seen('request')).toHaveLength(1)
  })

  it('A1: is renewed when the request itself is refused, which asks for one export only', async () => {
    const { run, seen } = await world([{ fault: 'unauthorized', stage: 'request' }])
    await run()
    expect(seen('request')).toHaveLength(2)
    expect(
      new Set(seen('status').map(({ body }) => JSON.parse(body).variables.exportId)).size,
    ).toBe(1)
  })

  it('is renewed before it expires, so that a long wait meets no refusal', async () => {
    const statuses = ['QUEUED', 'IN_PROGRESS', 'QUEUED']
    const { run, clock, seen } = await world([{ fault: 'statuses', statuses }])
    await run({
      limits: { waitMs: 0 },
      // A minute less than nine tenths of an hour, and then a little more.
      onEvent: ({ type }) => type === 'status' && clock.advance(1_600_000),
    })
    expect(seen('token')).toHaveLength(2)
    expect(seen('status')).toHaveLength(4)
  })

  it('A3: is not asked for again when the credentials are refused', async () => {
    const { fails, seen } = await world([{ fault: 'client-refused', always: true }])
    expect(await fails()).toMatchObject({ code: 'client/credentials-refused', retryable: false })
    expect(seen('token')).toHaveLength(1)
  })

  it('A3: is refused by the server itself for a wrong secret', async () => {
    const { fails } = await world([], { clientSecret: 'not the secret' })
    const { code, message } = await fails()
    expect(code).toBe('client/credentials-refused')
    expect(message).not.toContain('not the secret')
  })

  it('A4: is asked for again after a server error and a page', async () => {
    const { run, seen } = await world([
      { fault: 'token-trouble' },
      { fault: 'token-page', from: 2 },
    ])
    await run()
    expect(seen('token')).toHaveLength(3)
  })

  it('A4: is given up after five tries', async () => {
    const { fails, seen } = await world([{ fault: 'token-trouble', status: 503, always: true }])
    expect(await fails()).toMatchObject({ code: 'client/token-unavailable', retryable: true })
    expect(seen('token')).toHaveLength(5)
  })

  it.each([undefined, '3600', 1, 'soon'])(
    'A5: is used on when its life is told as %j',
    async (lifeSeconds) => {
      const { run, seen } = await world([
        {
          fault: 'token-life',
          always: true,
          ...(lifeSeconds === undefined ? {} : { lifeSeconds }),
        },
        { fault: 'statuses', statuses: ['QUEUED', 'QUEUED', 'QUEUED'] },
      ])
      await run()
      expect(seen('token')).toHaveLength(1)
      expect(seen('status')).toHaveLength(4)
    },
  )

  it('A6: is asked for once by ten exports that begin together', async () => {
    const { client, seen } = await world([], {
      parallel: 10,
      limits: { answerMs: 1e9, idleMs: 1e9 },
    })
    const input = { projectId, fileName: 'x', format: 'LINES' }
    await Promise.all(
      Array.from({ length: 10 }, () => client.exportProject(input, { target: memoryTarget() })),
    )
    expect(seen('token')).toHaveLength(1)
    expect(seen('request')).toHaveLength(10)
  })

  it('A6: does not vanish for the others when one caller gives up', async () => {
    const { client, seen } = await world()
    const input = { projectId, fileName: 'x', format: 'LINES' }
    const controller = new AbortController()
    const aborted = client.exportProject(input, {
      target: memoryTarget(),
      signal: controller.signal,
      onState: () => queueMicrotask(() => controller.abort()),
    })
    const other = client.exportProject(input, { target: memoryTarget() })
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
    await expect(other).resolves.toMatchObject({ bytes: expect.any(Number) })
    expect(seen('token')).toHaveLength(1)
  })

  it('A7: is final when the new one is refused too', async () => {
    const { fails, seen } = await world([{ fault: 'unauthorized', always: true }])
    expect(await fails()).toMatchObject({
      code: 'client/unauthorized',
      operation: 'ExportTextProject',
    })
    expect(seen('token')).toHaveLength(2)
    expect(seen('request')).toHaveLength(2)
  })
})
