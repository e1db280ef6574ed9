import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExportState, memoryTarget } from '@labelport/client'
import { downloadTarget } from '@labelport/node'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

describe('an export', () => {
  it('brings the zip of a project', async () => {
    const { run, target, events, states } = await world()
    const result = await run()
    const bytes = target.bytes()
    expect(result).toEqual({
      exportId: expect.stringMatching(/^ExportQueue:/),
      bytes: bytes.length,
      name: 'garden notes.zip',
    })
    expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK')
    expect(events.map(({ type }) => type)).toEqual([
      'requested',
      'status',
      'download',
      'progress',
      'done',
    ])
    expect(states.map(({ type }) => type)).toEqual(['requesting', 'waiting', 'delivered', 'done'])
  })

  it('brings the bare file of a document', async () => {
    const { client } = await world()
    const target = memoryTarget()
    const input = { documentId: 'garden-review-0', fileName: 'greenhouse', format: 'LINES' }
    const result = await client.exportDocument(input, { target })
    const text = new TextDecoder().decode(target.bytes())
    expect(result.name).toBe('greenhouse.txt')
    expect(text).toContain('The fern house 🌿 opens at nine.\n')
  })

  it('sends what was asked for and nothing that was not', async () => {
    const { client, seen, target } = await world()
    await client.exportProject(
      {
        projectId,
        fileName: 'x',
        format: 'LINES',
        filteredCabinetRole: 'LABELER',
        commentKinds: ['COMMENT'],
        maskPersonalData: false,
      },
      { target },
    )
    const { operationName, variables } = JSON.parse(seen('request')[0]?.body ?? '{}')
    expect(operationName).toBe('ExportTextProject')
    expect(variables.input).toEqual({
      projectIds: [projectId],
      fileName: 'x',
      format: 'LINES',
      method: 'FILE_STORAGE',
      role: 'REVIEWER',
      filteredCabinetRole: 'LABELER',
      includedCommentType: ['COMMENT'],
      maskPIIEntities: false,
    })
  })

  it('can be resumed by another process from every stored state (X2)', async () => {
    const first = await world()
    await first.run()
    const bytes = first.target.bytes()
    for (const state of first.states.filter(
      ({ type }) => type === 'waiting' || type === 'delivered',
    )) {
      const target = memoryTarget()
      const stored: ExportState = JSON.parse(JSON.stringify(state))
      await first.client.resume(stored, { target })
      expect(target.bytes()).toEqual(bytes)
    }
    expect(first.seen('request')).toHaveLength(1)
  })

  it('never asks again for an export that may have been asked for (X2)', async () => {
    const { client, states, run, seen, target } = await world()
    await run()
    const [requesting] = states
    expect(requesting?.type).toBe('requesting')
    if (requesting === undefined) return
    await expect(client.resume(requesting, { target })).rejects.toMatchObject({
      code: 'client/outcome-unknown',
    })
    expect(seen('request')).toHaveLength(1)
  })

  it.each([{}, null, { version: 1, type: 'waiting' }, { version: 2, type: 'requesting' }])(
    'refuses to resume from %j',
    async (state) => {
      const { client, target } = await world()
      const resumed = client.resume(state as unknown as ExportState, { target })
      await expect(resumed).rejects.toMatchObject({ code: 'client/bad-state' })
    },
  )

  it('refuses to resume what is finished or has failed', async () => {
    const { client, run, states, target } = await world()
    await run()
    const done = states.at(-1)
    expect(done?.type).toBe('done')
    if (done === undefined) return
    await expect(client.resume(done, { target })).rejects.toMatchObject({
      code: 'client/bad-state',
    })
  })

  it('stops at once when it is aborted while waiting, and says why (X1)', async () => {
    const { run, states, seen } = await world([
      { fault: 'statuses', statuses: ['QUEUED'], always: true },
    ])
    const controller = new AbortController()
    const reason = new Error('enough')
    const running = run({
      signal: controller.signal,
      onEvent: ({ type }) => type === 'status' && controller.abort(reason),
    })
    await expect(running).rejects.toBe(reason)
    expect(states.at(-1)?.type).toBe('waiting')
    expect(seen('status')).toHaveLength(1)
  })

  it('stops at once when it is aborted while downloading, and goes on later (X1)', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'labelport-'))
    const path = join(folder, 'garden.zip')
    const { client, emulator, run, states, seen } = await world([{ fault: 'stall', bytes: 100 }])
    const controller = new AbortController()
    const running = run({
      target: downloadTarget(path),
      signal: controller.signal,
      onEvent: ({ type }) => type === 'progress' && controller.abort(),
    })
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    const state = states.at(-1)
    expect(state?.type).toBe('delivered')
    if (state === undefined) return
    emulator.scenario([])
    await client.resume(state, { target: downloadTarget(path) })
    expect(seen('download').at(-1)?.headers.range).toBe('bytes=100-')
    const whole = memoryTarget()
    await client.resume(state, { target: whole })
    expect(new Uint8Array(await readFile(path))).toEqual(whole.bytes())
    await rm(folder, { recursive: true })
  })

  it('runs two at once and lets the others wait', async () => {
    const { client } = await world()
    let running = 0
    let most = 0
    const one = async (): Promise<void> => {
      await client.exportProject(
        { projectId, fileName: 'x', format: 'LINES' },
        {
          target: memoryTarget(),
          onState({ type }) {
            if (type === 'requesting') most = Math.max(most, ++running)
            if (type === 'done') running -= 1
          },
        },
      )
    }
    await Promise.all([one(), one(), one(), one(), one()])
    expect(most).toBe(2)
  })

  it('tells storage trouble from network trouble and keeps the system’s code (D13, trap 92)', async () => {
    const { fails, target, states } = await world()
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const error = await fails({ target: { ...target, write: () => Promise.reject(full) } })
    expect(error).toMatchObject({ code: 'client/target-failed', cause: { code: 'ENOSPC' } })
    expect(states.at(-1)?.type).toBe('delivered')
  })
})
