import type { ProjectSummary } from '@labelport/client'
import type { EmulatedProject } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'
import { world } from './world.ts'

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
