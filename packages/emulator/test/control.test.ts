import { faultNames } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'
import { ask, emulator, exported, input, startProject } from './asking.ts'

describe('the control endpoint', () => {
  const control = (path: string, body: unknown): Promise<Response> =>
    fetch(`${emulator().url}/__emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })

  it('sets faults, which strike as often as they say', async () => {
    expect(
      (await control('scenario', [{ fault: 'http-status', status: 429, from: 2, times: 1 }]))
        .status,
    ).toBe(200)
    const statuses = [
      await ask(startProject, { input }),
      await ask(startProject, { input }),
      await ask(startProject, { input }),
    ]
    expect(statuses.map((response) => response.status)).toEqual([200, 429, 200])
  })

  it('sets faults for one project only', async () => {
    await control('scenario', [{ fault: 'page', project: 'NDU4OWNmZTB', always: true }])
    expect((await ask(startProject, { input })).headers.get('content-type')).toContain('json')
    const other = await ask(startProject, { input: { ...input, projectIds: ['NDU4OWNmZTB'] } })
    expect(other.headers.get('content-type')).toContain('html')
  })

  it('names the faults there are when it is given another', async () => {
    const response = await control('scenario', [{ fault: 'earthquake' }])
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('cut-download')
    expect(faultNames).toContain('cut-download')
  })

  it('turns the clock', async () => {
    const before = await (await control('clock', { advanceMs: 0 })).json()
    const after = await (await control('clock', { advanceMs: 60_000 })).json()
    expect(after.now - before.now).toBeGreaterThanOrEqual(60_000)
    expect((await control('clock', { advanceMs: 'soon' })).status).toBe(400)
  })
})

it('listens on this machine only and records what it was asked', async () => {
  expect(new URL(emulator().url).hostname).toBe('127.0.0.1')
  await exported()
  expect(
    emulator()
      .requests()
      .map(({ stage }) => stage),
  ).toEqual(['token', 'request', 'token', 'status'])
  expect(emulator().requests()[1]).toMatchObject({
    method: 'POST',
    path: '/graphql',
    project: 'N2E4MjNlYTc',
  })
})
