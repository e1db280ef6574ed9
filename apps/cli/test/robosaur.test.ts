import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import {
  type EmulatedProject,
  type Emulator,
  sampleProjects,
  sampleTeam,
  startEmulator,
} from '@labelport/emulator'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

const [garden] = sampleProjects
if (garden === undefined) throw new Error('The emulator has a sample.')

const project = (id: string, name: string, more: Partial<EmulatedProject> = {}) => ({
  ...garden,
  id,
  name,
  ...more,
})

const projects: readonly EmulatedProject[] = [
  project('done', 'Wiese', { tags: ['DOC', 'OCR'] }),
  project('later', 'Moor', { tags: ['DOC', 'OCR'], createdAt: '2026-05-01T08:00:00.000Z' }),
  project('review', 'Hecke', { tags: ['DOC', 'OCR'], status: 'IN_REVIEW' }),
  project('plain', 'Acker', { tags: ['DOC'] }),
  project('boxes', 'Beet', { tags: ['DOC', 'OCR'], kinds: ['BBOX_BASED'] }),
]

let server: Emulator

beforeAll(async () => {
  server = await startEmulator({ formats, projects })
})
afterAll(() => server.close())
beforeEach(() => server.scenario([]))

/** A configuration in the form that Robosaur's readme shows. */
const config = (exported: object = {}, more: object = {}) => ({
  datasaur: {
    host: server.url,
    clientId: server.credentials.clientId,
    clientSecret: server.credentials.clientSecret,
  },
  projectState: { source: 'local', path: 'state/projectState.json' },
  export: {
    source: 'local',
    prefix: 'export',
    teamId: sampleTeam.id,
    statusFilter: ['COMPLETE'],
    executionMode: 'stateless',
    format: 'PLAIN',
    fileTransformerId: null,
    projectFilter: { kind: 'TOKEN_BASED', tags: ['DOC', 'OCR'] },
    ...exported,
  },
  create: { teamId: sampleTeam.id, files: { source: 'gcs', bucketName: 'elsewhere' } },
  ...more,
})

async function sync(value: object, files: Readonly<Record<string, object>> = {}) {
  const cwd = await temporaryFolder()
  for (const [name, content] of Object.entries({ 'robosaur.json': value, ...files })) {
    await mkdir(join(cwd, name, '..'), { recursive: true })
    await writeFile(join(cwd, name), JSON.stringify(content))
  }
  const run = async (...words: readonly string[]) => {
    const ran = await labelport(['sync', '--config', 'robosaur.json', '--json', ...words], { cwd })
    expect(ran.stdout + ran.stderr).not.toContain(server.credentials.clientSecret)
    return { ...ran, value: ran.stdout === '' ? undefined : JSON.parse(ran.stdout) }
  }
  return { run, cwd, ...(await run()) }
}

const ids = ({ projects: found }: { projects: readonly { id: string }[] }) =>
  found.map(({ id }) => id)

describe('a configuration of Robosaur', () => {
  it('syncs what it filters into its folder, and next time nothing', async () => {
    const { run, cwd, code, value } = await sync(config())
    expect([code, ids(value)]).toEqual([0, ['done', 'later']])
    const names = await readdir(join(cwd, 'export'))
    expect(names.filter((name) => name.endsWith('.zip'))).toHaveLength(2)
    expect((await run()).value.totals).toEqual({ brought: 0, unchanged: 2, failed: 0 })
  })

  it('filters by days, and by status not at all when its list is empty', async () => {
    const kind = 'TOKEN_BASED'
    const date = { newestDate: '2026-04-01T00:00:00.000Z', oldestDate: '2026-01-01' }
    const { value } = await sync(config({ statusFilter: [], projectFilter: { kind, date } }))
    expect(ids(value)).toEqual(['done', 'plain', 'review'])
  })

  it('yields to flags', async () => {
    const { run } = await sync(config())
    expect(ids((await run('--status', 'IN_REVIEW')).value)).toEqual(['review'])
  })

  it('also tells projects and tags what to list', async () => {
    const { cwd } = await sync(config())
    const words = ['projects', '--config', 'robosaur.json', '--json']
    expect(ids(JSON.parse((await labelport(words, { cwd })).stdout))).toEqual(['done', 'later'])
  })

  it('goes on where the state file of Robosaur stands', async () => {
    const published = { jobId: 'x', jobStatus: 'PUBLISHED', statusOnLastExport: 'COMPLETE' }
    const behind = { ...published, statusOnLastExport: 'IN_REVIEW' }
    const entry = (projectName: string, projectId: string | null, exported?: object) => ({
      projectName,
      projectId,
      projectStatus: 'COMPLETE',
      documents: [],
      ...(exported === undefined ? {} : { export: exported }),
    })
    const state = (moor: object) => ({
      version: '1.0.0',
      createdAt: '2026-03-02T09:00:00.000Z',
      updatedAt: '2026-03-02T09:00:00.000Z',
      teams: [
        { id: 'another', projects: [entry('Wiese', 'done')] },
        {
          id: sampleTeam.id,
          projects: [entry('Wiese', 'done', published), entry('Moor', null, moor)],
        },
      ],
    })
    const stateful = config({ executionMode: undefined, projectFilter: { kind: 'TOKEN_BASED' } })
    const both = await sync(stateful, { 'state/projectState.json': state(published) })
    expect(both.value.totals).toEqual({ brought: 0, unchanged: 2, failed: 0 })
    expect(both.value.projects[0]).toMatchObject({ reason: 'Robosaur has exported it.' })
    expect((await both.run('--force')).value.totals.brought).toBe(2)
    const moved = await sync(stateful, { 'state/projectState.json': state(behind) })
    expect(moved.value.projects).toMatchObject([
      { id: 'done', type: 'unchanged' },
      { id: 'later', type: 'brought' },
    ])
    const torn = await sync(stateful, { 'state/projectState.json': { teams: 7 } })
    expect(torn.value.error.message).toContain('is not a state file of Robosaur')
  })

  it('says when there is no state file yet, and looks at every project that fits', async () => {
    const { stderr, value } = await sync(config({ executionMode: 'stateful' }))
    expect(stderr).toContain('"state/projectState.json" does not exist')
    expect(ids(value)).toEqual(['done', 'later'])
  })

  it.each([
    [{ source: 's3', bucketName: 'b' }, {}, '#/export/source: found "s3", expected "local"'],
    [
      { executionMode: 'stateful' },
      { projectState: { source: 'azure', path: 'x' } },
      '#/projectState/source: found "azure", expected "local"',
    ],
    [{ statusFilter: 'COMPLETE' }, {}, '#/export/statusFilter: found "COMPLETE", expected a list'],
    [{ executionMode: 'quick' }, {}, '#/export/executionMode: found "quick"'],
    [
      { projectFilter: { kind: 'TOKEN_BASED', date: { newestDate: 'soon' } } },
      {},
      '#/export/projectFilter/date/newestDate: found "soon", expected a day as yyyy-mm-dd',
    ],
    [{}, { export: undefined }, '#/export: found nothing, expected an object'],
  ])('refuses %j %j with its place', async (exported, more, message) => {
    const { code, stderr } = await sync(config(exported, more))
    expect(code).toBe(2)
    expect(stderr).toContain(`robosaur.json${message}`)
  })

  it('says what it does not know', async () => {
    const { code, stderr } = await sync(config({ colour: 'green' }))
    expect(code).toBe(0)
    expect(stderr).toContain('robosaur.json#/export/colour is not known here and not heeded.')
  })

  it('hands on the script of format CUSTOM', async () => {
    const { code } = await sync(config({ format: 'CUSTOM', fileTransformerId: 'tr-1' }))
    const asked = server.requests().filter(({ stage }) => stage === 'request')
    expect(asked.at(-1)?.body).toContain('"fileTransformerId":"tr-1"')
    expect(code).toBe(0)
  })
})
