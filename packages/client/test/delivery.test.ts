import { type ExportState, memoryTarget, type SendOptions } from '@labelport/client'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

const project = { projectId, fileName: 'garden', format: 'LINES' }

describe('an export that goes elsewhere', () => {
  const watched = () => {
    const states: ExportState[] = []
    const options: SendOptions = { onState: (state) => void states.push(state) }
    return { states, options }
  }

  it('is done when the mail is sent, without a download', async () => {
    const { client, emulator, seen } = await world()
    const { states, options } = watched()
    const sent = await client.sendProject({ ...project, method: 'EMAIL' }, options)
    expect(sent).toEqual({ exportId: expect.stringMatching(/^ExportQueue:/) })
    expect(emulator.outbox()).toMatchObject([{ to: 'own@example.org', exportId: sent.exportId }])
    expect([...seen('probe'), ...seen('download')]).toEqual([])
    expect(states.map(({ type }) => type)).toEqual(['requesting', 'waiting', 'delivered', 'done'])
  })

  it('is proved by the object in the storage', async () => {
    const { client, emulator } = await world()
    const sent = await client.sendProject({
      ...project,
      method: 'EXTERNAL_OBJECT_STORAGE',
      externalObjectStorageId: 'st-1',
      prefix: 'labels/',
      prove: true,
    })
    const [[path = '', object] = []] = emulator.objects()
    expect(path).toBe(`st-1/labels/${projectId}/garden.zip`)
    expect(sent.object).toMatchObject({
      key: `labels/${projectId}/garden.zip`,
      bytes: object?.bytes.length,
    })
  })

  it('is not done when the object is not there', async () => {
    const { client, emulator } = await world()
    const storage = { method: 'EXTERNAL_OBJECT_STORAGE', externalObjectStorageId: 'st-1' } as const
    const sending = client.sendProject(
      { ...project, ...storage, prove: true },
      {
        onState({ type }) {
          if (type !== 'delivered') return
          const objects = emulator.objects()
          if (objects instanceof Map) objects.clear()
        },
      },
    )
    await expect(sending).rejects.toMatchObject({ code: 'client/object-missing', retryable: true })
  })

  it('G3: asks without the key when an older server refuses the field', async () => {
    const { client, seen } = await world([{ fault: 'key-unknown', always: true }])
    const storage = { method: 'EXTERNAL_OBJECT_STORAGE', externalObjectStorageId: 'st-1' } as const
    const sent = await client.sendProject({ ...project, ...storage, prove: true })
    const names = seen('request').map(({ body }) => JSON.parse(body).operationName)
    expect(names).toEqual(['ExportTextProjectWithKey', 'ExportTextProject'])
    expect(sent).toEqual({ exportId: expect.any(String) })
  })

  it('G3: never asks for the key unasked', async () => {
    const { client, seen, target } = await world([{ fault: 'key-unknown', always: true }])
    await client.exportProject(project, { target })
    await client.sendDocument({ ...project, documentId: 'garden-review-0', method: 'EMAIL' })
    expect(seen('request')).toHaveLength(2)
  })

  it('G4: says that the server is too old for a way of delivery', async () => {
    const { client, seen } = await world([{ fault: 'method-unknown' }])
    const storage = { method: 'EXTERNAL_OBJECT_STORAGE', externalObjectStorageId: 'st-1' } as const
    await expect(client.sendProject({ ...project, ...storage })).rejects.toMatchObject({
      code: 'client/method-unknown',
      message: expect.stringContaining('too old for this way of delivery'),
      retryable: false,
    })
    expect(seen('request')).toHaveLength(1)
  })

  it.each(['reset-before', 'reset-after', 'cut-json'] as const)(
    'is never asked for again after %s, so nobody gets two mails',
    async (fault) => {
      const { client, seen, emulator } = await world([{ fault, stage: 'request' }])
      await expect(client.sendProject({ ...project, method: 'EMAIL' })).rejects.toMatchObject({
        code: 'client/outcome-unknown',
      })
      expect(seen('request')).toHaveLength(1)
      expect(emulator.outbox().length).toBeLessThanOrEqual(1)
    },
  )

  it('can be waited for by another process (X2), and is not taken for one that brings a file', async () => {
    const { client, target } = await world()
    const { states, options } = watched()
    await client.sendProject(
      { ...project, method: 'CUSTOM_WEBHOOK', url: 'http://127.0.0.1:9/hook', secret: 'a secret' },
      options,
    )
    const stored: ExportState = JSON.parse(JSON.stringify(states[1]))
    expect(JSON.stringify(states)).not.toContain('a secret')
    await expect(client.resumeSending(stored)).resolves.toMatchObject({
      exportId: expect.any(String),
    })
    await expect(client.resume(stored, { target })).rejects.toMatchObject({
      code: 'client/no-file-url',
    })
  })
})

describe('ways of delivery', () => {
  it('have exactly the fields they need, by type and at run time', async () => {
    const { client, target, seen } = await world()
    const refused = { code: 'client/bad-input', retryable: false }
    const attempts = [
      // @ts-expect-error a mail has no address
      client.sendProject({ ...project, method: 'EMAIL', url: 'https://x.example.org' }),
      // @ts-expect-error a webhook needs a secret
      client.sendProject({ ...project, method: 'CUSTOM_WEBHOOK', url: 'https://x.example.org' }),
      // @ts-expect-error a storage needs its id
      client.sendProject({ ...project, method: 'EXTERNAL_OBJECT_STORAGE', prefix: 'x' }),
      // @ts-expect-error raw keys of a storage are not sent
      client.sendProject({ ...project, method: 'EXTERNAL_FILE_STORAGE' }),
      client.sendTeamOverview({
        teamId: '7',
        // @ts-expect-error the overview of a team goes to no storage of others
        method: 'EXTERNAL_OBJECT_STORAGE',
        externalObjectStorageId: 'st-1',
      }),
      // @ts-expect-error a file that is mailed does not come here
      client.exportProject({ ...project, method: 'EMAIL' }, { target }),
      // @ts-expect-error a file that is kept is not sent
      client.sendProject(project),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(refused)
    expect(seen('request')).toEqual([])
  })

  it('leave room for fields of newer servers, which override nothing', async () => {
    const { client, target, seen } = await world()
    const input = { ...project, extraInput: { includeUnresolved: true } }
    await expect(client.exportProject(input, { target })).rejects.toMatchObject({
      // The emulator is such a server that does not know it.
      code: 'client/unknown-field',
    })
    expect(JSON.parse(seen('request')[0]?.body ?? '{}').variables.input).toMatchObject({
      includeUnresolved: true,
      projectIds: [projectId],
    })
    for (const known of ['projectIds', 'method', 'secret', 'role', 'format']) {
      const clash = { ...project, extraInput: { [known]: 'x' } }
      await expect(client.exportProject(clash, { target })).rejects.toMatchObject({
        code: 'client/bad-input',
        message: expect.stringContaining(known),
      })
    }
    expect(seen('request')).toHaveLength(1)
  })
})

describe('the other exports', () => {
  const text = (target: { bytes(): Uint8Array }) => new TextDecoder().decode(target.bytes())

  it('bring the overview of a team', async () => {
    const { client, target } = await world()
    const { name } = await client.exportTeamOverview({ teamId: '7' }, { target })
    expect(name).toBe('Team Overview - Garden team.zip')
    expect(text(target).slice(0, 2)).toBe('PK')
  })

  it('bring agreement, test results and reports, be they zips or not', async () => {
    const { client, seen } = await world()
    const [agreement, test, report] = [memoryTarget(), memoryTarget(), memoryTarget()]
    await client.exportTeamIAA({ teamId: '7', projectIds: [projectId] }, { target: agreement })
    await client.exportTestProjectResult({ projectId }, { target: test })
    await client.exportCustomReport(
      {
        teamId: '7',
        metricsGroupId: '1',
        selectedMetrics: ['TIME_SPENT'],
        selectedSegments: ['USER'],
      },
      { target: report },
    )
    for (const target of [agreement, test, report]) expect(text(target)).toContain('Statements\n')
    const variables = seen('request').map(({ body }) => JSON.parse(body).variables)
    expect(variables).toEqual([
      { teamId: '7', projectIds: [projectId] },
      { input: { projectId, method: 'FILE_STORAGE' } },
      {
        teamId: '7',
        input: { metricsGroupId: '1', selectedMetrics: ['TIME_SPENT'], selectedSegments: ['USER'] },
      },
    ])
  })

  it('Q7: wait for a file without a link, and then say that there is none', async () => {
    const { client, target, seen } = await world([{ fault: 'no-link' }])
    await expect(client.exportTeamIAA({ teamId: '7' }, { target })).rejects.toMatchObject({
      code: 'client/no-file-url',
    })
    expect(seen('status')).toHaveLength(1)
  })
})

describe('a look of one’s own at a download', () => {
  it('has it downloaded again when something is wrong', async () => {
    const { client, target, seen } = await world()
    let looks = 0
    const verify = ({ bytes }: { readonly bytes: number }) => {
      looks += 1
      expect(target.received()).toHaveLength(bytes)
      expect(() => target.bytes()).toThrow('not finished')
      return looks === 1 ? 'I do not like it' : undefined
    }
    await client.exportProject(project, { target, verify })
    expect(looks).toBe(2)
    expect(seen('download')).toHaveLength(2)
    expect(target.bytes().length).toBeGreaterThan(1_000)
  })

  it('ends the export when it stays wrong, and when it fails', async () => {
    const { client, target } = await world()
    const wrong = client.exportProject(project, { target, verify: () => 'never good' })
    await expect(wrong).rejects.toMatchObject({
      code: 'client/not-the-file',
      message: expect.stringContaining('never good'),
    })
    const fails = client.exportProject(project, {
      target,
      verify: () => Promise.reject(new Error('x')),
    })
    await expect(fails).rejects.toMatchObject({ code: 'client/verify-failed' })
  })
})
