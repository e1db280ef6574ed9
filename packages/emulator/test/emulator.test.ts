import { readFileSync } from 'node:fs'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { schemaText } from '../src/generated/schema.ts'
import { type Emulator, faultNames, startEmulator } from '../src/index.ts'
import { linesFormat } from './lines-format.ts'

let emulator: Emulator

beforeEach(async () => {
  emulator = await startEmulator({ formats: [linesFormat] })
})
afterEach(() => emulator.close())

async function token(): Promise<string> {
  const { clientId, clientSecret } = emulator.credentials
  const response = await fetch(`${emulator.url}/api/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  })
  const { access_token } = await response.json()
  return access_token
}

async function ask(query: string, variables: object = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' }
  return fetch(`${emulator.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
}

const startProject = `query Start($input: ExportTextProjectInput!) {
  exportTextProject(input: $input) { exportId fileUrl fileUrlExpiredAt queued }
}`
const status = `query Status($id: ID!) { getExportDeliveryStatus(exportId: $id) { deliveryStatus errors { id args } } }`

const input = {
  projectIds: ['N2E4MjNlYTc'],
  fileName: 'x',
  format: 'SOME_LINES',
  method: 'FILE_STORAGE',
}

/** Asks for an export and waits until its file is there. */
async function exported(
  changes: object = {},
): Promise<{ readonly exportId: string; readonly fileUrl: string }> {
  const answer = await (await ask(startProject, { input: { ...input, ...changes } })).json()
  const { exportId, fileUrl } = answer.data.exportTextProject
  await ask(status, { id: exportId })
  return { exportId, fileUrl }
}

describe('the token endpoint', () => {
  it('takes credentials in the body and gives what the platform gives', async () => {
    expect(await token()).toMatch(/^[0-9a-f]{40}$/)
  })

  it('takes credentials by HTTP Basic', async () => {
    const { clientId, clientSecret } = emulator.credentials
    const basic = btoa(`${clientId}:${clientSecret}`)
    const response = await fetch(`${emulator.url}/api/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    expect(await response.json()).toMatchObject({ token_type: 'bearer', expires_in: 3_600 })
  })

  it('refuses others', async () => {
    const response = await fetch(`${emulator.url}/api/oauth/token`, {
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
    emulator.advance(3_600_000)
    const body = JSON.stringify({ query: '{ __typename }' })
    const response = await fetch(`${emulator.url}/graphql`, {
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

describe('the zip of a project', () => {
  const zipOf = async (changes: object = {}): Promise<Uint8Array> => {
    const { fileUrl } = await exported(changes)
    return new Uint8Array(await (await fetch(fileUrl)).arrayBuffer())
  }

  it('is laid out as the platform lays it out', async () => {
    const zip = await JSZip.loadAsync(await zipOf())
    const top = '_demo_ Garden notes-N2E4MjNlYTc'
    const names = Object.keys(zip.files)
    expect(names.slice(0, 4)).toEqual([
      `${top}/`,
      `${top}/project-data.json`,
      `${top}/REVIEW/`,
      `${top}/REVIEW/greenhouse.txt.lines`,
    ])
    expect(names.filter((name) => name.endsWith('/'))).toEqual([
      `${top}/`,
      `${top}/REVIEW/`,
      `${top}/ROOT-own_example_org/`,
      `${top}/DOCUMENT-lin_example_org/`,
      `${top}/DOCUMENT-oda_example_org/`,
      `${top}/DOCUMENT-pim_example_org/`,
    ])
    expect(names.filter((name) => name.startsWith(`${top}/DOCUMENT-oda`))).toHaveLength(4)
    expect(
      await zip.file(`${top}/ROOT-own_example_org/greenhouse.txt.lines`)?.async('string'),
    ).toContain('🌿')
    const data = JSON.parse((await zip.file(`${top}/project-data.json`)?.async('string')) ?? '')
    expect(data.project).toMatchObject({
      id: 'N2E4MjNlYTc',
      title: '[demo] Garden notes',
      tags: ['demo', 'NER'],
    })
    expect(data.project.assignments).toHaveLength(4)
    expect(data.project.assignments[0]).toEqual({
      id: 1,
      displayName: 'Rev Example',
      email: 'rev@example.org',
      role: 'REVIEWER',
    })
    expect(data.project.assignments[2].documentInfos).toContainEqual({
      name: 'rose walk.txt',
      part: 0,
    })
  })

  it('has the same bytes every time', async () => {
    expect(await zipOf()).toEqual(await zipOf())
  })

  it('holds the copies of one role when only those are asked for', async () => {
    const names = Object.keys(
      (await JSZip.loadAsync(await zipOf({ filteredCabinetRole: 'LABELER' }))).files,
    )
    expect(names.some((name) => name.includes('DOCUMENT-'))).toBe(true)
    expect(names.some((name) => /REVIEW|ROOT/.test(name))).toBe(false)
  })
})

describe('the storage', () => {
  const get = (link: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(link, { headers })

  it('gives parts of a file', async () => {
    const { fileUrl } = await exported()
    const whole = new Uint8Array(await (await get(fileUrl)).arrayBuffer())
    const part = await get(fileUrl, { range: 'bytes=2-5' })
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 2-5/${whole.length}`,
    ])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.subarray(2, 6))
    const past = await get(fileUrl, { range: `bytes=${whole.length}-` })
    expect([past.status, past.headers.get('content-range')]).toEqual([
      416,
      `bytes */${whole.length}`,
    ])
    expect(await past.text()).toContain('<Code>InvalidRange</Code>')
  })

  it('refuses a file that is not the one meant', async () => {
    const { fileUrl } = await exported()
    const etag = (await get(fileUrl)).headers.get('etag') ?? ''
    expect((await get(fileUrl, { 'if-match': etag })).status).toBe(200)
    expect((await get(fileUrl, { 'if-match': '"other"' })).status).toBe(412)
  })

  it('lets a link die after six hours (U4)', async () => {
    const { fileUrl } = await exported()
    emulator.advance(21_599_000)
    expect((await get(fileUrl)).status).toBe(200)
    emulator.advance(2_000)
    const dead = await get(fileUrl)
    expect([dead.status, await dead.text()]).toEqual([
      403,
      expect.stringContaining('<Message>Request has expired</Message>'),
    ])
  })

  it('refuses HEAD, a second way of identification, and a changed link (U6 U7 U8)', async () => {
    const { fileUrl } = await exported()
    expect((await fetch(fileUrl, { method: 'HEAD' })).status).toBe(403)
    const two = await get(fileUrl, { authorization: 'Bearer x' })
    expect([two.status, await two.text()]).toEqual([
      400,
      expect.stringContaining('InvalidArgument'),
    ])
    const changed = await get(fileUrl.replace('x.zip', 'y.zip'))
    expect(await changed.text()).toContain('SignatureDoesNotMatch')
  })
})

describe('the control endpoint', () => {
  const control = (path: string, body: unknown): Promise<Response> =>
    fetch(`${emulator.url}/__emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })

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
  expect(new URL(emulator.url).hostname).toBe('127.0.0.1')
  await exported()
  expect(emulator.requests().map(({ stage }) => stage)).toEqual([
    'token',
    'request',
    'token',
    'status',
  ])
  expect(emulator.requests()[1]).toMatchObject({
    method: 'POST',
    path: '/graphql',
    project: 'N2E4MjNlYTc',
  })
})
