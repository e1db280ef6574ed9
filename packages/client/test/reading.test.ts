import { type ProjectSchema, type ProjectSummary, safeFileName } from '@labelport/client'
import { type EmulatedProject, sampleProjects } from '@labelport/emulator'
import type { LabelSchema } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

const many: readonly EmulatedProject[] = Array.from({ length: 7 }, (_, index) => ({
  id: `project-${index}`,
  name: index < 2 ? 'Twins' : `Project ${index}`,
  tags: index % 2 === 0 ? ['even', 'shared'] : ['odd'],
  kinds: [index < 4 ? 'TOKEN_BASED' : 'ROW_BASED'],
  status: index < 3 ? 'IN_PROGRESS' : 'COMPLETE',
  createdAt: `2026-03-0${index + 1}T09:00:00.000Z`,
  cabinets: [],
}))

async function taken(projects: AsyncIterable<ProjectSummary>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of projects) ids.push(id)
  return ids
}

describe('listing projects', () => {
  const teamId = '7'
  const all = many.map(({ id }) => id)
  const listed = async (faults: Parameters<typeof world>[0] = []) => {
    const made = await world(faults, {}, { projects: many })
    return { ...made, ids: await taken(made.client.getProjects({ teamId, pageSize: 2 })) }
  }

  it('goes through all pages, by cursor after the first (trap 78)', async () => {
    const { ids, seen } = await listed()
    expect(ids).toEqual(all)
    const inputs = seen('list').map(({ body }) => JSON.parse(body).variables.input)
    expect(inputs).toHaveLength(4)
    expect(inputs[0].page).toEqual({ skip: 0, take: 2 })
    expect(inputs.slice(1).every(({ page, cursor }) => page === undefined && cursor !== '')).toBe(
      true,
    )
  })

  it('asks for no page that nobody takes', async () => {
    const { client, seen } = await world([], {}, { projects: many })
    for await (const project of client.getProjects({ teamId, pageSize: 2 })) {
      expect(project.id).toBe('project-0')
      break
    }
    expect(seen('list')).toHaveLength(1)
  })

  it.each(['cursor-missing', 'cursor-empty'] as const)('P1: ends at a %s', async (fault) => {
    const { ids, seen } = await listed([{ fault, from: 2 }])
    expect(ids).toEqual(all.slice(0, 4))
    expect(seen('list')).toHaveLength(2)
  })

  it('P1: ends when cursors go round (trap 78)', async () => {
    const { ids, seen } = await listed([{ fault: 'cursor-repeated', always: true }])
    expect(new Set(ids).size).toBe(ids.length)
    expect(seen('list').length).toBeLessThan(4)
  })

  it('P1: ends when empty pages lead to empty pages', async () => {
    const { ids, seen } = await listed([{ fault: 'page-empty', from: 2, always: true }])
    expect(ids).toEqual(all.slice(0, 2))
    expect(seen('list')).toHaveLength(4)
  })

  it('P1: goes on after one empty page', async () => {
    const { ids } = await listed([{ fault: 'page-empty', times: 1 }])
    expect(ids).toContain('project-6')
  })

  it('P1: gives a project once that is on two pages, whatever the total says', async () => {
    const { ids } = await listed([
      { fault: 'pages-overlap', times: 2 },
      { fault: 'total-changes', always: true },
    ])
    expect(ids).toEqual(all)
  })

  it('P2: keeps projects of one name apart by their ids', async () => {
    const { client } = await world([], {}, { projects: many })
    const named: ProjectSummary[] = []
    for await (const project of client.getProjects({ teamId, keyword: 'Twins' }))
      named.push(project)
    expect(named.map(({ id, name }) => [id, name])).toEqual([
      ['project-0', 'Twins'],
      ['project-1', 'Twins'],
    ])
  })

  it('filters by tags, by their names, and by status, kind and days', async () => {
    const { client } = await world([], {}, { projects: many })
    const ids = (filter: object) => taken(client.getProjects({ teamId, ...filter }))
    expect(await ids({ tags: ['even'] })).toEqual([
      'project-0',
      'project-2',
      'project-4',
      'project-6',
    ])
    expect(await ids({ tags: ['even', 'shared'], statuses: ['COMPLETE'] })).toEqual([
      'project-4',
      'project-6',
    ])
    expect(await ids({ kinds: ['ROW_BASED'], tags: ['odd'] })).toEqual(['project-5'])
    expect(await ids({ created: { from: '2026-03-02', to: '2026-03-03' } })).toEqual([
      'project-1',
      'project-2',
    ])
    expect(await taken(client.getProjects())).toEqual([])
  })

  it('names the tags there are when one is not', async () => {
    const { client } = await world([], {}, { projects: many })
    await expect(taken(client.getProjects({ teamId, tags: ['rare'] }))).rejects.toMatchObject({
      code: 'client/tag-unknown',
      message: expect.stringContaining('"even"'),
    })
  })

  it('G8: passes words on that it does not know (trap 79)', async () => {
    const { client } = await world([{ fault: 'unknown-words' }])
    for await (const { status, kinds } of client.getProjects({ teamId })) {
      expect([status, kinds]).toEqual(['ON_HOLD', ['DREAM_BASED']])
    }
  })
})

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
