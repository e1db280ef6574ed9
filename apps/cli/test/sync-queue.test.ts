import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import {
  type EmulatedProject,
  type Emulator,
  sampleProjects,
  sampleTeam,
  startEmulator,
} from '@labelport/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

const [garden] = sampleProjects
if (garden === undefined) throw new Error('The emulator has a sample.')
// Names of files that differ in case only are one file on many disks.
const projects: readonly EmulatedProject[] = ['beet-a', 'BEET-A', 'beet-b'].map((id) => ({
  ...garden,
  id,
  name: 'Beet',
}))

let server: Emulator

beforeAll(async () => {
  server = await startEmulator({ formats, projects })
})
afterAll(() => server.close())

async function sync(folder: string, ...words: readonly string[]) {
  server.scenario([])
  const env = {
    LABELPORT_BASE_URL: server.url,
    LABELPORT_CLIENT_ID: server.credentials.clientId,
    LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
    GARDEN_GATE: 'open',
  }
  const line = ['sync', '--team', sampleTeam.id, '--format', 'PLAIN', '--out', folder, '--json']
  const ran = await labelport([...line, ...words], { env, cwd: folder })
  return { ...ran, value: ran.stdout === '' ? undefined : JSON.parse(ran.stdout) }
}

/** A queue as somebody else would write it; it writes down what it is told. */
const module = `
import { appendFileSync } from 'node:fs'
const log = (...words) => appendFileSync(new URL('log.txt', import.meta.url), words.join(' ') + '\\n')
export async function openSyncQueue({ name, limit, env }) {
  log('open', name, JSON.stringify(limit), env.GARDEN_GATE)
  const waiting = []
  let ended = false
  return {
    async add(job) { waiting.push({ job, attempt: 1 }); return true },
    async end() { ended = true },
    async take(signal) {
      while (waiting.length === 0 && !ended) await new Promise((resolve) => setTimeout(resolve, 5))
      return waiting.shift()
    },
    async acknowledge({ job }, { type }) { log(type, job.projectId, job.format) },
    async release({ job }) { log('released', job.projectId) },
    async close() { log('close') },
  }
}`

describe('sync', () => {
  it('works through a queue of another module', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'queue.mjs'), module)
    const { code, value } = await sync(folder, '--queue', './queue.mjs', '--rate', '90/min')
    expect([code, value.totals]).toEqual([0, { brought: 3, unchanged: 0, failed: 0 }])
    const log = (await readFile(join(folder, 'log.txt'), 'utf8')).trim().split('\n')
    const { host } = new URL(server.url)
    const key = await readFile(join(folder, 'labelport-sync.queue'), 'utf8')
    expect(log[0]).toBe(`open labelport-sync ${host} ${key} {"jobs":90,"perMs":60000} open`)
    expect(log.slice(1, -1).sort()).toEqual([
      'brought BEET-A PLAIN',
      'brought beet-a PLAIN',
      'brought beet-b PLAIN',
    ])
    expect(log.at(-1)).toBe('close')
  })

  it('queues only what changed', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'queue.mjs'), module)
    await sync(folder)
    const { value } = await sync(folder, '--queue', './queue.mjs')
    expect(value.totals).toEqual({ brought: 0, unchanged: 3, failed: 0 })
    expect(await readFile(join(folder, 'log.txt'), 'utf8')).not.toContain('brought')
  })

  it('gives files names that differ by more than their case', async () => {
    const folder = await temporaryFolder()
    const { code } = await sync(folder, '--parallel', '3')
    expect(code).toBe(0)
    const names = (await readdir(folder)).filter((name) => name.endsWith('.zip'))
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3)
  })

  it('waits for its turn under a rate', async () => {
    const { code, value } = await sync(await temporaryFolder(), '--rate', '2/s')
    expect({ code, ...value }).toMatchObject({ code: 0, totals: { brought: 3 } })
  })

  it.each(['0/s', '5', '5/day', 'fast'])('refuses the rate %s', async (rate) => {
    const folder = await temporaryFolder()
    const { code, stderr } = await sync(folder, '--rate', rate)
    expect(code).toBe(2)
    expect(stderr).toContain(`--rate is "${rate}"`)
    expect(await readdir(folder)).toEqual([])
  })

  it('says what a module lacks that has no queue', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'shed.mjs'), 'export const tools = 3\n')
    const none = await sync(folder, '--queue', './shed.mjs')
    expect(none.value.error.message).toContain('no function openSyncQueue; it exports: tools')
    const missing = await sync(folder, '--queue', './barn.mjs')
    expect(missing.value.error.message).toContain('no file and no installed package "./barn.mjs"')
    expect(await readdir(folder)).toEqual(['shed.mjs'])
  })
})
