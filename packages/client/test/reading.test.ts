import { type ProjectSchema, safeFileName } from '@labelport/client'
import { sampleProjects } from '@labelport/emulator'
import type { LabelSchema } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

describe('reading a project', () => {
  it('gives its tags, kinds and team', async () => {
    const { client } = await world()
    expect(await client.getProject(projectId)).toEqual({
      id: projectId,
      name: '[demo] Garden notes',
      status: 'COMPLETE',
      kinds: ['TOKEN_BASED'],
      tags: [
        { id: 'tag-demo', name: 'demo', global: false },
        { id: 'tag-NER', name: 'NER', global: false },
      ],
      archived: false,
      team: { id: '7', name: 'Garden team' },
      createdAt: '2026-03-02T09:00:00.000Z',
      updatedAt: '2026-03-02T09:00:00.000Z',
      completedAt: '2026-03-02T09:00:00.000Z',
    })
    await expect(client.getProject('nobody')).rejects.toMatchObject({
      code: 'client/graphql-error',
    })
  })

  it('gives cabinets whose documents can be exported', async () => {
    const { client, target } = await world()
    const cabinets = await client.getProjectCabinets(projectId)
    expect(cabinets.map(({ role }) => role)).toEqual(['REVIEWER', 'LABELER', 'LABELER', 'LABELER'])
    const { documents } = await client.getCabinet(projectId, 'REVIEWER')
    expect(documents).toEqual(cabinets[0]?.documents)
    const [document] = documents
    expect(document?.originId).toBe(cabinets[1]?.documents[0]?.originId)
    if (document === undefined) return
    const input = { documentId: document.id, fileName: 'x', format: 'LINES' }
    await client.exportDocument(input, { target })
    expect(target.bytes().length).toBeGreaterThan(100)
  })

  it('gives labels as the model has them', async () => {
    const { client } = await world()
    const schema: ProjectSchema = await client.getProjectSchema(projectId)
    // What formats take: the compiler checks that it fits without a cast.
    const model: LabelSchema = schema
    const [sample] = sampleProjects
    const expected = sample?.cabinets[0]?.documents[0]?.schema
    expect(model.labelSets.map(({ labels }) => labels)).toEqual(
      expected?.labelSets.map(({ labels }) => labels),
    )
  })

  it('gives questions as the model has them', async () => {
    const { client } = await world()
    const { questions } = await client.getProjectSchema('NDU4OWNmZTB')
    expect(questions).toEqual([
      {
        id: 'document:1',
        text: 'When can it be sown?',
        about: { type: 'document' },
        required: false,
        type: 'choice',
        multiple: true,
        options: [
          { id: 'spring', name: 'Spring' },
          { id: 'summer', name: 'Summer' },
          { id: 'autumn', name: 'Autumn' },
        ],
      },
      {
        id: 'document:2',
        text: 'Remarks',
        about: { type: 'document' },
        required: false,
        type: 'text',
        multiline: true,
      },
    ])
  })
})

describe('reading a team', () => {
  it('gives what exports can use, and older methods as they are', async () => {
    const { client } = await world()
    expect(await client.getTags('7')).toContainEqual({
      id: 'tag-shared',
      name: 'shared',
      global: true,
    })
    const { settings } = await client.getTeamDetail('7')
    expect(settings?.exportMethods.reviewer).toContain('DOWNLOAD')
    expect(settings?.exportMethods.labeler).toEqual(['FILE_STORAGE'])
    expect(settings?.defaultExternalObjectStorageId).toBe('st-1')
    expect(await client.getFileTransformers('7')).toContainEqual({
      id: 'tr-1',
      name: 'Notes as Markdown',
      purpose: 'EXPORT',
    })
    expect(await client.getExternalObjectStorages('7')).toEqual([
      { id: 'st-1', service: 'AWS_S3', bucketName: 'garden-exports' },
    ])
    expect(await client.me()).toEqual({
      id: '111',
      email: 'own@example.org',
      displayName: 'Own Example',
    })
  })

  it('Q3: gives undefined for jobs that the server does not know', async () => {
    const { client, run, target } = await world()
    const { exportId } = await run({ target })
    const jobs = await client.getJobs([exportId, 'nobody'])
    expect(jobs.map((job) => job?.status)).toEqual(['DELIVERED', undefined])
  })
})

describe('a name for a file', () => {
  it.each([
    ['P2: a/b', 'P2_ a_b'],
    ['../..', '.._'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['console.zip', 'console.zip'],
    ['trailing. . ', 'trailing'],
    ['🌿', '🌿'],
  ])('P2: of %j is %j', (name, expected) => expect(safeFileName(name)).toBe(expected))

  it('P2: is no longer than file systems take, cuts no character and keeps the ending', () => {
    const name = safeFileName(`${'🌿'.repeat(100)}.zip`) ?? ''
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^(?:🌿)+\.zip$/u)
    expect(safeFileName('...')).toBeUndefined()
  })
})
