import { describe, expect, it } from 'vitest'
import { world } from './world.ts'

describe('waiting for a job', () => {
  it('Q1: asks more and more rarely, and tells changes only', async () => {
    const statuses = [...Array<string>(5).fill('QUEUED'), ...Array<string>(5).fill('IN_PROGRESS')]
    const { run, clock, events, seen } = await world([{ fault: 'statuses', statuses }])
    await run()
    expect(clock.pauses.slice(0, 4)).toEqual([1_000, 1_500, 2_250, 3_375])
    expect(clock.pauses.slice(7)).toEqual([15_000, 15_000, 15_000, 15_000])
    expect(seen('status')).toHaveLength(11)
    const told = events.flatMap((event) => (event.type === 'status' ? [event.status] : []))
    expect(told).toEqual(['QUEUED', 'IN_PROGRESS', 'DELIVERED'])
  })

  it('Q1: ends at its limit with an export that can be resumed (trap 73)', async () => {
    const { fails, states, client, emulator, target } = await world([
      { fault: 'statuses', statuses: ['QUEUED'], always: true },
    ])
    const error = await fails({ limits: { waitMs: 60_000 } })
    expect(error).toMatchObject({
      code: 'client/wait-limit',
      retryable: true,
      exportId: expect.stringMatching(/^ExportQueue:/),
    })
    const state = states.at(-1)
    expect(state?.type).toBe('waiting')
    if (state === undefined) return
    emulator.scenario([])
    await expect(client.resume(state, { target })).resolves.toMatchObject({
      exportId: error.exportId,
    })
  })

  it('Q2: takes a flickering status and a job that is registered late', async () => {
    const statuses = ['NONE', 'NONE', 'IN_PROGRESS', 'QUEUED', 'IN_PROGRESS']
    const { run, seen } = await world([{ fault: 'statuses', statuses }])
    await run()
    expect(seen('status')).toHaveLength(6)
    expect(seen('job')).toHaveLength(0)
  })

  it('Q3: calls a job lost that nobody knows after a minute', async () => {
    const { fails, clock, seen } = await world([
      { fault: 'statuses', statuses: ['NONE'], always: true },
      { fault: 'no-job' },
    ])
    const started = clock.now()
    expect(await fails()).toMatchObject({ code: 'client/export-lost', retryable: false })
    expect(clock.now() - started).toBeGreaterThanOrEqual(60_000)
    expect(seen('job')).toHaveLength(1)
    expect(seen('probe')).toHaveLength(0)
  })

  it('Q3: believes the job when the status does not know the export (trap 75)', async () => {
    const { run, seen } = await world([{ fault: 'statuses', statuses: ['NONE'], always: true }])
    await run()
    expect(seen('job')).toHaveLength(1)
  })

  it('Q4: ends with FAILED, names the errors, keeps the stack for events (trap 72)', async () => {
    const { fails, events, seen, states } = await world([
      { fault: 'failed', message: 'export.too-large' },
    ])
    const error = await fails()
    expect(error).toMatchObject({ code: 'client/export-failed', retryable: false })
    expect(error.message).toContain('export.too-large')
    expect(error.message).not.toContain(' at ')
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'job-errors',
        errors: [
          {
            id: 'export.too-large',
            stack: expect.stringContaining(' at '),
            args: { documentId: '0' },
          },
        ],
      }),
    )
    expect(seen('probe')).toHaveLength(0)
    expect(states.at(-1)).toMatchObject({ type: 'failed', code: 'client/export-failed' })
  })

  it('Q4: ends with FAILED also when no reason is given', async () => {
    const { fails } = await world([{ fault: 'statuses', statuses: ['FAILED'] }])
    expect((await fails()).message).toContain('no reason')
  })

  it('Q5: believes that a job is delivered, whatever its progress says', async () => {
    const { run, seen } = await world([{ fault: 'statuses', statuses: ['QUEUED', 'DELIVERED'] }])
    await run()
    expect(seen('status')).toHaveLength(2)
    expect(seen('status').every(({ body }) => !body.includes('progress'))).toBe(true)
  })

  it('Q6: does not touch the link of a failed job, although a file lies there', async () => {
    const { fails, seen } = await world([
      { fault: 'failed', from: 2 },
      { fault: 'statuses', statuses: ['QUEUED'] },
    ])
    expect((await fails()).code).toBe('client/export-failed')
    expect(seen('download')).toHaveLength(0)
  })

  it('Q7: says so when there is no link to wait for', async () => {
    const { fails, seen } = await world([{ fault: 'no-link' }])
    expect(await fails()).toMatchObject({
      code: 'client/no-file-url',
      exportId: expect.any(String),
    })
    expect(seen('status')).toHaveLength(0)
  })

  it('G8: waits on at a status it does not know, and tells it once (trap 79)', async () => {
    const statuses = ['ARCHIVING', 'ARCHIVING']
    const { run, events } = await world([{ fault: 'statuses', statuses }])
    await run()
    expect(events.filter(({ type }) => type === 'unknown-status')).toHaveLength(1)
  })
})
