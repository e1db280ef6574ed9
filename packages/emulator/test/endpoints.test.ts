import { readFileSync } from 'node:fs'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schemaText } from '../src/generated/schema.ts'
import { ask, emulator, exported, input, startProject, status, token } from './asking.ts'

describe('the token endpoint', () => {
  it('takes credentials in the body and gives what the platform gives', async () => {
    expect(await token()).toMatch(/^[0-9a-f]{40}$/)
  })

  it('takes credentials by HTTP Basic', async () => {
    const { clientId, clientSecret } = emulator().credentials
    const basic = btoa(`${clientId}:${clientSecret}`)
    const response = await fetch(`${emulator().url}/api/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    expect(await response.json()).toMatchObject({ token_type: 'bearer', expires_in: 3_600 })
  })

  it('refuses others', async () => {
    const response = await fetch(`${emulator().url}/api/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'x',
        client_secret: 'y',
      }),
    })
    expect([response.status, await response.json()]).toEqual([401, { error: 'invalid_client' }])
  })
})

describe('the GraphQL endpoint', () => {
  it('answers with an empty "extensions" beside the data', async () => {
    const answer = await (await ask(startProject, { input })).json()
    expect(answer.extensions).toEqual({})
    expect(answer.data.exportTextProject).toMatchObject({
      exportId: expect.stringMatching(/^ExportQueue:[0-9a-f-]{36}$/),
      fileUrl: expect.stringContaining('/storage/export/project/N2E4MjNlYTc/'),
      queued: true,
    })
  })

  it('refuses a token that is old, by the emulator’s clock', async () => {
    const authorization = `Bearer ${await token()}`
    emulator().advance(3_600_000)
    const body = JSON.stringify({ query: '{ __typename }' })
    const response = await fetch(`${emulator().url}/graphql`, {
      method: 'POST',
      headers: { authorization },
      body,
    })
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { type: 'AuthenticationError' } }],
    })
  })

  it('refuses what the schema does not have, with status 400 (G3)', async () => {
    const response = await ask('{ getExportDeliveryStatus(exportId: 1) { key } }')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Cannot query field \\"key\\"')
  })

  it.each([
    ['a project', { projectIds: ['nobody'] }, 'Project not found'],
    ['a format', { format: 'NOBODY_KNOWS' }, 'Unsupported export format NOBODY_KNOWS'],
  ])('refuses %s that it does not have', async (_, changes, message) => {
    const answer = await (await ask(startProject, { input: { ...input, ...changes } })).json()
    expect(answer).toMatchObject({ data: null, errors: [{ message }] })
  })

  it('fails a job whose format cannot write the project', async () => {
    const { exportId } = await exported({ projectIds: ['NDU4OWNmZTB'] })
    const answer = await (await ask(status, { id: exportId })).json()
    expect(answer.data.getExportDeliveryStatus).toEqual({
      deliveryStatus: 'FAILED',
      errors: [{ id: 'export.failed', args: { message: 'Pictures have no lines.' } }],
    })
  })

  it('does not know an export that nobody asked for', async () => {
    const answer = await (
      await ask(
        `{ getJob(jobId: "x") { id } ${status.slice(status.indexOf('getExport'), -2).replace('$id', '"x"')} }`,
      )
    ).json()
    expect(answer.data).toEqual({
      getJob: null,
      getExportDeliveryStatus: { deliveryStatus: 'NONE', errors: [] },
    })
  })

  it('executes the schema of the client', () => {
    const client = readFileSync(
      new URL('../../client/graphql/schema.graphql', import.meta.url),
      'utf8',
    )
    const sorted = (text: string): string => printSchema(lexicographicSortSchema(buildSchema(text)))
    expect(sorted(schemaText)).toBe(sorted(client))
  })
})
