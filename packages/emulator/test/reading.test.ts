import { describe, expect, it } from 'vitest'
import { ask, emulator, exported, input, startProject, token } from './asking.ts'

const list = `query List($input: GetProjectsPaginatedInput!) {
  getProjects(input: $input) { nodes { id status } totalCount pageInfo { nextCursor } }
}`

describe('lists of projects', () => {
  const page = async (asked: object) =>
    (await (await ask(list, { input: { filter: { teamId: '7' }, ...asked } })).json()).data
      .getProjects

  it('come in pages, whose cursors carry their size', async () => {
    const first = await page({ page: { skip: 0, take: 1 } })
    expect(first).toMatchObject({ totalCount: 2, nodes: [{ id: 'N2E4MjNlYTc' }] })
    const second = await page({ cursor: first.pageInfo.nextCursor })
    expect(second.nodes).toHaveLength(1)
    expect(second.pageInfo.nextCursor).toBeNull()
  })

  it('are of one team; without one, of the personal workspace', async () => {
    expect((await page({ filter: {} })).nodes).toEqual([])
  })

  it('P1: overlap when told to', async () => {
    emulator().scenario([{ fault: 'pages-overlap' }])
    const first = await page({ page: { skip: 0, take: 1 } })
    const second = await page({ cursor: first.pageInfo.nextCursor })
    expect(second.nodes).toEqual(first.nodes)
  })
})

describe('deliveries', () => {
  const started = async (changes: object) =>
    (await ask(startProject, { input: { ...input, ...changes } })).json()

  it('go to the outbox', async () => {
    const { data } = await started({ method: 'EMAIL' })
    expect(data.exportTextProject.fileUrl).toBeNull()
    await expect.poll(() => emulator().outbox()).toHaveLength(1)
    const link = emulator().outbox()[0]?.fileUrl ?? ''
    expect((await fetch(link)).status).toBe(200)
  })

  it('go to a storage that the team has, and to no other', async () => {
    const to = (externalObjectStorageId: string) => ({
      method: 'EXTERNAL_OBJECT_STORAGE',
      externalObjectStorageParameter: { externalObjectStorageId, prefix: 'a' },
    })
    await started(to('st-1'))
    await expect.poll(() => [...emulator().objects().keys()]).toEqual(['st-1/a/N2E4MjNlYTc/x.zip'])
    expect(await started(to('st-2'))).toMatchObject({
      errors: [{ message: 'External object storage not found' }],
    })
  })

  it('call no other machine', async () => {
    const { data } = await started({
      method: 'CUSTOM_WEBHOOK',
      url: 'http://10.0.0.1/hook',
      secret: 's',
    })
    const query =
      'query Status($id: ID!) { getExportDeliveryStatus(exportId: $id) { deliveryStatus } }'
    const answer = await (await ask(query, { id: data.exportTextProject.exportId })).json()
    expect(answer.data.getExportDeliveryStatus.deliveryStatus).toBe('FAILED')
    expect(emulator().hookStatuses()).toEqual([])
  })

  it('G7: refuse methods that are not for the role', async () => {
    expect(await started({ method: 'DOWNLOAD' })).toMatchObject({
      errors: [{ message: 'Export method DOWNLOAD is not allowed for this role' }],
    })
  })
})

describe('uploads', () => {
  it('need a token and a form', async () => {
    const post = (init: RequestInit) =>
      fetch(`${emulator().url}/api/static/proxy/upload`, { method: 'POST', ...init })
    const headers = { authorization: `Bearer ${await token()}` }
    const body = new FormData()
    body.append('file', new Blob(['x']), 'a.txt')
    expect((await post({ body })).status).toBe(401)
    expect((await post({ headers, body: 'x' })).status).toBe(400)
    expect(await (await post({ headers, body })).json()).toMatchObject({
      objectKey: expect.stringMatching(/^temp\/upload-proxy\/.*\.txt$/),
    })
  })
})

describe('pages of other origins', () => {
  it('may read nothing unless told so', async () => {
    const { fileUrl } = await exported()
    const { headers } = await fetch(fileUrl)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
