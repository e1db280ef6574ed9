import { type ExportState, memoryTarget } from '@labelport/client'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

const lost = { fault: 'reset-after', stage: 'request' } as const
const limits = { repeats: 1 } as const

describe('a request whose answer is lost', () => {
  it('G6: is not sent again unless that is asked for', async () => {
    const { fails, seen, events } = await world([lost])
    expect(await fails()).toMatchObject({ code: 'client/outcome-unknown' })
    expect(seen('request')).toHaveLength(1)
    expect(events).toEqual([])
  })

  it('G6: is sent once more where that is asked for, and says so', async () => {
    const { run, seen, events, states, target } = await world([lost], { limits })
    await run()
    expect(target.bytes().length).toBeGreaterThan(100)
    expect(seen('request')).toHaveLength(2)
    expect(events[0]).toMatchObject({ type: 'repeat', reason: expect.stringContaining('is lost') })
    expect(states.map(({ type, repeated }) => [type, repeated])).toEqual([
      ['requesting', undefined],
      ['requesting', true],
      ['waiting', true],
      ['delivered', true],
      ['done', true],
    ])
  })

  it('G6: is sent twice at most', async () => {
    const { fails, seen } = await world([{ ...lost, always: true }], { limits })
    expect(await fails()).toMatchObject({ code: 'client/outcome-unknown' })
    expect(seen('request')).toHaveLength(2)
  })

  it('G6: is not sent a third time after a link that died', async () => {
    const { fails, seen } = await world(
      [lost, { ...lost, from: 3 }, { fault: 'link-expired', stage: 'probe' }],
      { limits },
    )
    expect(await fails()).toMatchObject({ code: 'client/outcome-unknown' })
    expect(seen('request')).toHaveLength(3)
  })

  it('G6: is never sent again when it sends something to somebody', async () => {
    const { client, seen } = await world([{ ...lost, always: true }], { limits })
    const input = { projectId, fileName: 'x', format: 'LINES', method: 'EMAIL' } as const
    await expect(client.sendProject(input)).rejects.toMatchObject({
      code: 'client/outcome-unknown',
    })
    expect(seen('request')).toHaveLength(1)
  })

  it('X2: is sent once more by a resumed export where that is asked for, and never again', async () => {
    const { client, seen } = await world([])
    const input = { projectId, fileName: 'x', format: 'LINES' }
    const state: ExportState = {
      version: 1,
      request: { type: 'project', input },
      renewals: 0,
      type: 'requesting',
    }
    const target = memoryTarget()
    const unknown = { code: 'client/outcome-unknown' }
    await expect(client.resume(state, { target })).rejects.toMatchObject(unknown)
    await expect(
      client.resume({ ...state, repeated: true }, { target, limits }),
    ).rejects.toMatchObject(unknown)
    expect(seen('request')).toHaveLength(0)
    await client.resume(state, { target, limits })
    expect(seen('request')).toHaveLength(1)
    expect(target.bytes().length).toBeGreaterThan(100)
  })
})
