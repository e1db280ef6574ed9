import { memoryTarget } from '@labelport/client'
import { describe, expect, it } from 'vitest'
import { encodeRequest } from '../src/request-body.ts'
import { uploadUrlOf } from '../src/uploading.ts'
import { world } from './world.ts'

const note = 'The fern house 🌿\r\nopens at nine.\r\n'

describe('making a project', () => {
  it('uploads its files, waits for it, and it can be exported', async () => {
    const { client, seen } = await world()
    const created = await client.createProject({
      name: 'New notes',
      teamId: '7',
      kind: 'TOKEN_BASED',
      files: [{ name: 'fern house.txt', content: new Blob([note]) }],
    })
    expect(await client.getProject(created)).toMatchObject({ name: 'New notes', status: 'CREATED' })
    const [document] = (await client.getCabinet(created, 'REVIEWER')).documents
    const target = memoryTarget()
    const input = { documentId: document?.id ?? '', fileName: 'fern', format: 'LINES' }
    await client.exportDocument(input, { target })
    expect(new TextDecoder().decode(target.bytes())).toBe('The fern house 🌿\nopens at nine.\n')
    expect(seen('upload')).toHaveLength(1)
    const { documents } = JSON.parse(seen('create')[0]?.body ?? '{}').variables.input
    expect(documents).toEqual([
      {
        document: {
          name: 'fern house.txt',
          objectKey: expect.stringMatching(/^temp\/upload-proxy\/[0-9a-f-]+\.txt$/),
        },
      },
    ])
  })

  it('is never repeated when the answer is lost', async () => {
    const { client, seen } = await world([{ fault: 'reset-after', stage: 'create' }])
    const files = [{ name: 'a.txt', content: new Blob(['a']) }]
    await expect(
      client.createProject({ name: 'x', kind: 'TOKEN_BASED', files }),
    ).rejects.toMatchObject({ code: 'client/outcome-unknown' })
    expect(seen('create')).toHaveLength(1)
  })

  it('adds fields the server may want, which override nothing', async () => {
    const { client } = await world()
    const project = { name: 'x', kind: 'TOKEN_BASED', files: [] }
    await expect(
      client.createProject({ ...project, extraInput: { name: 'y' } }),
    ).rejects.toMatchObject({ code: 'client/bad-input' })
  })
})

describe('a request with files among its variables', () => {
  const query = `mutation Make($input: LaunchProjectInput!) {
    createProject(input: $input) { job { id } name }
  }`

  it('travels as a multipart request', async () => {
    const { client, seen } = await world()
    const file = new File([note], 'fern.txt')
    const variables = {
      input: { name: 'Parts', documents: [{ document: { name: 'fern.txt', file } }] },
    }
    const answer = await client.request({ query, variables })
    expect(answer).toMatchObject({ createProject: { name: 'Parts' } })
    const [request] = seen('create')
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(request?.body).toContain('{"0":["variables.input.documents.0.document.file"]}')
    expect(request?.body).toContain('"file":null')
    expect(request?.body).toContain('filename="fern.txt"')
  })

  it('G3: says what the server does not know', async () => {
    const { client } = await world()
    await expect(client.request({ query: '{ getMoon { phase } }' })).rejects.toMatchObject({
      code: 'client/unknown-field',
    })
  })

  it('is JSON when there is no file', () => {
    const { body, hasFiles } = encodeRequest({
      query: '{ me { id } }',
      variables: { a: [1, null] },
    })
    expect(hasFiles).toBe(false)
    expect(body).toBe('{"query":"{ me { id } }","variables":{"a":[1,null]}}')
  })
})

it('uploads to the service’s own host, and elsewhere to the server', () => {
  expect(uploadUrlOf('https://app.datasaur.ai')).toBe(
    'https://upload.datasaur.ai/api/static/proxy/upload',
  )
  expect(uploadUrlOf('https://labels.example.org/x')).toBe(
    'https://labels.example.org/x/api/static/proxy/upload',
  )
})
