import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import {
  type Emulator,
  type Fault,
  sampleProjects,
  sampleTeam,
  startEmulator,
} from '@labelport/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

let server: Emulator

beforeAll(async () => {
  server = await startEmulator({ formats })
})
afterAll(() => server.close())

async function run(words: readonly string[], faults: readonly Fault[] = []) {
  server.scenario(faults)
  const env = {
    LABELPORT_BASE_URL: server.url,
    LABELPORT_CLIENT_ID: server.credentials.clientId,
    LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
  }
  const ran = await labelport([...words, '--json'], { env })
  expect(ran.stdout + ran.stderr).not.toContain(server.credentials.clientSecret)
  return { ...ran, value: ran.stdout === '' ? undefined : JSON.parse(ran.stdout) }
}

const [first, second] = sampleProjects
if (first === undefined || second === undefined) throw new Error('The emulator has two samples.')

describe('sync', () => {
  const sync = (folder: string, words: readonly string[] = [], faults: readonly Fault[] = []) =>
    run(['sync', '--team', sampleTeam.id, '--out', folder, ...words], faults)

  it('brings every project as a checked zip, and leaves nothing else but its record', async () => {
    const folder = await temporaryFolder()
    const { code, value } = await sync(folder)
    expect(code).toBe(0)
    expect(value.totals).toEqual({ brought: 2, unchanged: 0, failed: 0 })
    const names = await readdir(folder)
    expect(names.filter((name) => name.endsWith('.zip'))).toHaveLength(2)
    expect(names.filter((name) => !name.endsWith('.zip'))).toEqual(['labelport-sync.json'])
    const inspected = await labelport(['inspect', join(folder, value.projects[0].file), '--json'])
    expect(inspected.code).toBe(0)
  })

  it('brings nothing again that did not change, and brings again what is missing', async () => {
    const folder = await temporaryFolder()
    const { value } = await sync(folder)
    const [kept, cut] = value.projects.map(({ file }: { file: string }) => join(folder, file))
    const before = (await stat(kept)).mtimeMs
    expect((await sync(folder)).value.totals).toEqual({ brought: 0, unchanged: 2, failed: 0 })
    await writeFile(cut, 'cut')
    expect((await sync(folder)).value.totals).toEqual({ brought: 1, unchanged: 1, failed: 0 })
    expect((await stat(kept)).mtimeMs).toBe(before)
    expect((await sync(folder, ['--force'])).value.totals.brought).toBe(2)
  })

  it('goes on when a project fails, says so by its exit code, and brings it the next time', async () => {
    const folder = await temporaryFolder()
    const faults: Fault[] = [{ fault: 'failed', project: first.id, always: true }]
    const { code, value } = await sync(folder, [], faults)
    expect(code).toBe(1)
    expect(value.totals).toEqual({ brought: 1, unchanged: 0, failed: 1 })
    const failed = value.projects.find(({ id }: { id: string }) => id === first.id)
    expect(failed).toMatchObject({ type: 'failed', name: first.name })
    expect(await readdir(folder)).toHaveLength(2)
    expect((await sync(folder)).value.totals).toEqual({ brought: 1, unchanged: 1, failed: 0 })
  })

  it('asks again when a run died between asking and the answer', async () => {
    const folder = await temporaryFolder()
    const { value } = await sync(folder)
    const { id, file } = value.projects[0]
    await rm(join(folder, file))
    const input = { projectId: id, fileName: 'x', format: 'DATASAUR_SCHEMA' }
    const state = {
      version: 1,
      request: { type: 'project', input },
      renewals: 0,
      type: 'requesting',
    }
    await writeFile(join(folder, `${file}.state.json`), JSON.stringify(state))
    const again = await sync(folder)
    expect(again.code).toBe(0)
    expect(again.value.totals).toEqual({ brought: 1, unchanged: 1, failed: 0 })
    expect(await readdir(folder)).not.toContain(`${file}.state.json`)
  })

  it('trap 82: keeps a second run out, but not the ghost of one that died', async () => {
    const folder = await temporaryFolder()
    const lock = join(folder, 'labelport-sync.lock')
    await writeFile(lock, JSON.stringify({ pid: process.pid, host: hostname() }))
    const held = await sync(folder)
    expect(held.code).toBe(1)
    expect(held.value.error.message).toContain('labelport-sync.lock')
    await writeFile(lock, JSON.stringify({ pid: 2 ** 30, host: hostname() }))
    expect((await sync(folder)).code).toBe(0)
    await expect(readFile(lock)).rejects.toThrow()
  })

  it('touches nothing when its record is something else', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'labelport-sync.json'), '{"labelport":1,"projects":{"a":{}}}')
    const { code, value } = await sync(folder)
    expect(code).toBe(1)
    expect(value.error.message).toContain('not the record of a sync')
    expect(await readdir(folder)).toEqual(['labelport-sync.json'])
  })

  it.each([['--parallel', '0'], ['--parallel', 'many'], []])(
    'refuses wrong use: %s %s',
    async (...words) => {
      const folder = words.length === 0 ? [] : ['--out', await temporaryFolder()]
      expect((await labelport(['sync', ...folder, ...words])).code).toBe(2)
    },
  )
})

describe('what helps to choose', () => {
  it('projects lists them all, or those that fit', async () => {
    const { code, value } = await run(['projects', '--team', sampleTeam.id])
    expect(code).toBe(0)
    expect(value.projects.map(({ id }: { id: string }) => id).sort()).toEqual(
      [first.id, second.id].sort(),
    )
    expect((await run(['projects', '--team', sampleTeam.id, '--kind', 'ROW_BASED'])).value).toEqual(
      {
        projects: [],
      },
    )
    // Without a team the personal workspace is meant, not all teams.
    expect((await run(['projects'])).value).toEqual({ projects: [] })
  })

  it('documents lists the copies of a project', async () => {
    const { code, value } = await run(['documents', '--project', first.id])
    expect(code).toBe(0)
    const names = value.cabinets.flatMap(
      ({ documents }: { documents: readonly { name: string }[] }) => documents.map((d) => d.name),
    )
    const expected = first.cabinets.flatMap(({ documents }) => documents.map((one) => one.name))
    expect(new Set(names)).toEqual(new Set(expected))
  })

  it('tags lists what projects can be chosen by', async () => {
    const { code, value } = await run(['tags'])
    expect(code).toBe(0)
    expect(value.tags.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining([...(first.tags ?? [])]),
    )
  })
})
