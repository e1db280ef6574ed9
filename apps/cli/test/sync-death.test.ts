import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import { type Emulator, sampleProjects, sampleTeam, startEmulator } from '@labelport/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

const [garden] = sampleProjects
if (garden === undefined) throw new Error('The emulator has a sample.')

let server: Emulator
beforeAll(async () => {
  server = await startEmulator({ formats, projects: [garden] })
})
afterAll(() => server.close())

async function sync(folder: string) {
  const env = {
    LABELPORT_BASE_URL: server.url,
    LABELPORT_CLIENT_ID: server.credentials.clientId,
    LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
  }
  const line = ['sync', '--team', sampleTeam.id, '--format', 'PLAIN', '--out', folder, '--json']
  const { stdout } = await labelport(line, { env })
  return JSON.parse(stdout)
}

const asked = () => server.requests().filter(({ stage }) => stage === 'request').length

/** A folder as a run leaves it that died when the bytes were here and the record did not say so yet. */
async function leftBehind({ changed = false } = {}) {
  const folder = await temporaryFolder()
  const { projects } = await sync(folder)
  const [{ file }] = projects
  const record = join(folder, 'labelport-sync.json')
  const [[key, { updatedAt, status, exportId, bytes }]] = Object.entries<{
    readonly updatedAt: string
    readonly status: string
    readonly exportId: string
    readonly bytes: number
  }>(JSON.parse(await readFile(record, 'utf8')).projects) as [[string, never]]
  const begun = { status, updatedAt: changed ? '2020-01-01T00:00:00.000Z' : updatedAt, file }
  await writeFile(record, JSON.stringify({ labelport: 1, projects: {}, begun: { [key]: begun } }))
  const input = { projectId: garden?.id, fileName: 'x', format: 'PLAIN' }
  const request = { type: 'project', input }
  const state = { version: 1, request, renewals: 0, type: 'done', exportId, bytes }
  await writeFile(join(folder, `${file}.state.json`), JSON.stringify(state))
  return { folder, zip: join(folder, file), exportId }
}

describe('a sync that died at the end of an export', () => {
  it.each([
    ['after its file had its name', async () => {}],
    ['before its file had its name', (zip: string) => rename(zip, `${zip}.download`)],
  ])('%s is not asked for again', async (_, act) => {
    const { folder, zip, exportId } = await leftBehind()
    const bytes = await readFile(zip)
    await act(zip)
    const before = asked()
    const { totals } = await sync(folder)
    expect([totals.brought, asked() - before]).toEqual([1, 0])
    expect(await readFile(zip)).toEqual(bytes)
    expect(await readdir(folder)).toHaveLength(2)
    const { projects } = JSON.parse(await readFile(join(folder, 'labelport-sync.json'), 'utf8'))
    expect(Object.values(projects)).toEqual([expect.objectContaining({ exportId })])
  })

  it.each([
    ['the file is gone', {}, (zip: string) => rm(zip)],
    ['the file is cut', {}, (zip: string) => writeFile(zip, 'PK')],
    ['the project has changed since', { changed: true }, async () => {}],
  ])('is asked for again when %s', async (_, how, act) => {
    const { folder, zip } = await leftBehind(how)
    await act(zip)
    const before = asked()
    expect((await sync(folder)).totals.brought).toBe(1)
    expect(asked() - before).toBe(1)
    expect(await readdir(folder)).toHaveLength(2)
  })
})
