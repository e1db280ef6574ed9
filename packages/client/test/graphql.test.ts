import { startEmulator } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'
import { world } from './world.ts'

describe('an answer of the GraphQL endpoint', () => {
  it('G1: is an error with the server’s words when it holds errors', async () => {
    const { client, target } = await world()
    const input = { projectId: 'nobody-has-it', fileName: 'x', format: 'LINES' }
    await expect(client.exportProject(input, { target })).rejects.toMatchObject({
      code: 'client/graphql-error',
      operation: 'ExportTextProject',
      message: expect.stringContaining('Project not found'),
      retryable: false,
    })
  })

  it('G2: is an error although it holds data as well (trap 71)', async () => {
    const { fails, states } = await world([
      { fault: 'partial-data', stage: 'request', message: 'half' },
    ])
    expect(await fails()).toMatchObject({
      code: 'client/graphql-error',
      message: expect.stringContaining('half'),
    })
    expect(states.at(-1)).toMatchObject({ type: 'failed', code: 'client/graphql-error' })
  })

  it('G4: never quotes the variables that the server quotes', async () => {
    const message =
      'Variable "$input" got invalid value { secret: "hook-secret" }; Field "x" is not defined.'
    const { fails } = await world([{ fault: 'graphql-error', message }])
    const error = await fails()
    expect(error.message).toContain('Field "x" is not defined.')
    expect(error.message).not.toContain('hook-secret')
  })

  it('G5: is named as no GraphQL when it is a page', async () => {
    const { fails, seen } = await world([{ fault: 'page', stage: 'request' }])
    expect(await fails()).toMatchObject({
      code: 'client/not-graphql',
      message: expect.stringContaining('<!doctype html>'),
    })
    expect(seen('request')).toHaveLength(1)
  })

  it('G5: is named as no GraphQL when it is empty', async () => {
    const { fails } = await world([{ fault: 'empty-answer', stage: 'status' }])
    expect(await fails()).toMatchObject({ code: 'client/not-graphql' })
  })

  it('G5: is asked for again when it was cut off and asking has no effect', async () => {
    const { run, seen } = await world([{ fault: 'cut-json', stage: 'status' }])
    await run()
    expect(seen('status')).toHaveLength(2)
  })

  it('G5: leaves the outcome open when it was cut off after an export was asked for', async () => {
    const { fails, seen } = await world([{ fault: 'cut-json', stage: 'request' }])
    expect(await fails()).toMatchObject({ code: 'client/outcome-unknown', retryable: false })
    expect(seen('request')).toHaveLength(1)
  })

  it('G6: 413 is final', async () => {
    const { fails, seen } = await world([{ fault: 'http-status', status: 413 }])
    expect(await fails()).toMatchObject({
      code: 'client/http-status',
      message: expect.stringContaining('413'),
    })
    expect(seen('request')).toHaveLength(1)
  })

  it('G6: 429 is waited out for as many seconds as the server asks (trap 76)', async () => {
    const { run, clock, seen } = await world([
      { fault: 'http-status', status: 429, retryAfter: '2' },
    ])
    await run()
    expect(clock.pauses[0]).toBe(2_000)
    expect(seen('request')).toHaveLength(2)
  })

  it('G6: 429 is waited out until the date the server asks for', async () => {
    const retryAfter = 'Mon, 02 Mar 2026 12:00:07 GMT'
    const { run, clock } = await world([{ fault: 'http-status', status: 429, retryAfter }])
    await run()
    expect(clock.pauses[0]).toBe(7_000)
  })

  it('G6: 429 is waited out with growing pauses when the server asks for none', async () => {
    const { run, clock } = await world([{ fault: 'http-status', status: 429, times: 3 }])
    await run()
    expect(clock.pauses.slice(0, 3)).toEqual([1_000, 2_000, 4_000])
  })

  it('G6: 429 is given up after five tries', async () => {
    const { fails, seen } = await world([{ fault: 'http-status', status: 429, always: true }])
    expect(await fails()).toMatchObject({ code: 'client/unreachable', retryable: true })
    expect(seen('request')).toHaveLength(5)
  })

  it.each([500, 502, 503, 504])('G6: %i leaves the outcome of a request open', async (status) => {
    const { fails, seen } = await world([{ fault: 'http-status', status, stage: 'request' }])
    expect(await fails()).toMatchObject({ code: 'client/outcome-unknown' })
    expect(seen('request')).toHaveLength(1)
  })

  it('G6: 503 with a time to come back is no doubt about the outcome', async () => {
    const { run, seen } = await world([{ fault: 'http-status', status: 503, retryAfter: '1' }])
    await run()
    expect(seen('request')).toHaveLength(2)
  })

  it.each([500, 502, 503, 504])('G6: %i is asked again while waiting', async (status) => {
    const { run, seen } = await world([{ fault: 'http-status', status, stage: 'status', times: 2 }])
    await run()
    expect(seen('status')).toHaveLength(3)
    expect(seen('request')).toHaveLength(1)
  })

  it.each(['reset-before', 'reset-after'] as const)(
    'G6: a connection lost (%s) never repeats a request',
    async (fault) => {
      const { fails, seen, states } = await world([{ fault, stage: 'request' }])
      expect(await fails()).toMatchObject({ code: 'client/outcome-unknown' })
      expect(seen('request')).toHaveLength(1)
      expect(states.at(-1)?.type).toBe('requesting')
    },
  )

  it('G6: a connection lost while waiting is tried again', async () => {
    const { run, seen } = await world([{ fault: 'reset-before', stage: 'status' }])
    await run()
    expect(seen('status')).toHaveLength(2)
  })

  it('G6: a connection that is refused was never a request, so it is tried again', async () => {
    const gone = await startEmulator({ formats: [] })
    await gone.close()
    let attempts = 0
    const { run, seen } = await world([], {
      fetch(url, init) {
        const asks = url.endsWith('/graphql')
        attempts += asks ? 1 : 0
        return fetch(asks && attempts === 1 ? `${gone.url}/graphql` : url, init)
      },
    })
    await run()
    expect(seen('request')).toHaveLength(1)
    expect(attempts).toBeGreaterThan(1)
  })

  it('G6: an answer that does not come within its time leaves the outcome open', async () => {
    const { fails, clock } = await world([], {
      fetch: (url, init) => {
        if (!url.endsWith('/graphql')) return fetch(url, init)
        setImmediate(() => clock.advance(30_000))
        return new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
        })
      },
    })
    expect(await fails()).toMatchObject({
      code: 'client/outcome-unknown',
      message: expect.stringContaining('30 s'),
    })
  })

  it('G7: a method that the role may not use is not tried again', async () => {
    const message = 'Export method is not allowed for this role'
    const { fails, seen } = await world([{ fault: 'graphql-error', message, always: true }])
    expect(await fails()).toMatchObject({
      message: expect.stringContaining(message),
      retryable: false,
    })
    expect(seen('request')).toHaveLength(1)
  })
})
