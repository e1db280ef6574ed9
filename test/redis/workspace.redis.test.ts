import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formats } from '@labelport/catalog'
import {
  type EmulatedProject,
  type Emulator,
  type Fault,
  sampleProjects,
  sampleTeam,
  startEmulator,
} from '@labelport/emulator'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { builtQueue, type Ended, isBuilt, startWorker, type Worker } from './processes.ts'

const url = inject('redisUrl')
const [garden] = sampleProjects
if (garden === undefined) throw new Error('The emulator has a sample.')
const ids = Array.from({ length: 14 }, (_, index) => `bed-${String(index + 1).padStart(2, '0')}`)
const slow = 'bed-05'
const projects: readonly EmulatedProject[] = ids.map((id) => ({
  ...garden,
  id,
  name: `Beet ${id}`,
}))

let server: Emulator
let folder: string

beforeEach(async () => {
  server = await startEmulator({ formats, projects })
  folder = await mkdtemp(join(tmpdir(), 'labelport-workspace-'))
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

function start(words: readonly string[], env: Readonly<Record<string, string>> = {}): Worker {
  const line = ['--team', sampleTeam.id, '--format', 'PLAIN', '--parallel', '1']
  return startWorker([...line, '--out', join(folder, 'exports'), ...words], {
    LABELPORT_BASE_URL: server.url,
    LABELPORT_CLIENT_ID: server.credentials.clientId,
    LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
    LABELPORT_REDIS_URL: url ?? '',
    LABELPORT_QUEUE_CLAIM_SECONDS: '2',
    LABELPORT_QUEUE_RETRY_SECONDS: '1',
    ...env,
  })
}

const queue = ['--queue', '@labelport/sync-queue-bullmq']

/** A queue whose process ends without a word at one moment: the first time that it comes to `call`. */
async function dyingQueue(call: 'before acknowledge' | 'after take'): Promise<readonly string[]> {
  const [when, method] = call.split(' ')
  const path = join(folder, 'dying.mjs')
  await writeFile(
    path,
    `import { openSyncQueue as open } from ${JSON.stringify(pathToFileURL(builtQueue).href)}
export async function openSyncQueue(options) {
  const queue = await open(options)
  const method = async (...values) => {
    if (${when === 'after'}) await queue.${method}(...values)
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => {})
  }
  return { ...queue, ${method}: method }
}
`,
  )
  return ['--queue', path]
}

/** How often each project was asked for. */
function asked(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = Object.fromEntries(ids.map((id) => [id, 0]))
  for (const { stage, project } of server.requests()) {
    if (stage === 'request' && project !== undefined) counts[project] = (counts[project] ?? 0) + 1
  }
  return counts
}

const once = Object.fromEntries(ids.map((id) => [id, 1]))

/** Names and bytes of the zips of a folder. */
async function zips(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.zip')).sort()
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name))] as const)),
  )
}

/** Everything is there, equal to what one run alone brings, and nothing else. */
async function expectWhole(): Promise<void> {
  const exports = join(folder, 'exports')
  const found = await zips(exports)
  const { projects: record, begun } = JSON.parse(
    await readFile(join(exports, 'labelport-sync.json'), 'utf8'),
  )
  expect(Object.keys(record)).toEqual(ids.map((id) => `${id} PLAIN`))
  expect(begun).toBeUndefined()
  expect((await readdir(exports)).filter((name) => !name.endsWith('.zip'))).toEqual([
    'labelport-sync.json',
    'labelport-sync.queue',
  ])
  server.scenario([])
  const alone = await start(['--out', join(folder, 'alone'), '--parallel', '4']).ended
  expect(alone.code).toBe(0)
  const expected = await zips(join(folder, 'alone'))
  expect([...found.keys()]).toEqual([...expected.keys()])
  for (const [name, bytes] of expected) expect(found.get(name)?.equals(bytes), name).toBe(true)
}

function brought(runs: readonly Ended[]): readonly string[] {
  return runs.flatMap(({ rows }) =>
    rows.filter(({ type }) => type === 'brought').map(({ id }) => id),
  )
}

describe.skipIf(url === undefined || !isBuilt)(
  'a workspace that several processes bring (needs redis-server and a build)',
  () => {
    it('is whole when one of three is killed, and nothing is asked for twice', async () => {
      const faults: Fault[] = [
        { fault: 'statuses', project: slow, statuses: Array(4).fill('IN_PROGRESS') },
      ]
      server.scenario(faults)
      const workers = [1, 2, 3].map(() => start([...queue, '--rate', '5/s']))
      const hasSlow = (one: Worker) => one.notes().includes(`Beet ${slow}: Asked for export`)
      await expect.poll(() => workers.some(hasSlow), { timeout: 60_000, interval: 20 }).toBe(true)
      const victim = workers.find(hasSlow)
      victim?.child.kill('SIGKILL')
      const runs = await Promise.all(workers.map((one) => one.ended))
      const survivors = runs.filter(({ signal }) => signal === null)
      expect(survivors.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual([
        [0, ''],
        [0, ''],
      ])
      // Also the interrupted one: whoever takes it goes on with the export that was begun.
      expect(asked()).toEqual(once)
      const told = brought(survivors)
      expect(told).toContain(slow)
      expect(new Set(told).size).toBe(told.length)
      // A lower bound, however slow the machine: the sixth export begins a second after the first could.
      const at = (stage: string) =>
        server.requests().flatMap((one) => (one.stage === stage ? [one.at] : []))
      const begun = Math.min(...at('list'))
      const late = at('request').sort((a, b) => a - b)
      for (const [index, time] of late.entries()) {
        expect(time - begun).toBeGreaterThanOrEqual(Math.floor(index / 5) * 1_000 - 2)
      }
      const { password } = new URL(url ?? '')
      for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toContain(password)
      await expectWhole()
    })

    it('asks for nothing again that a process brought and died before it could say so', async () => {
      const dead = await start(await dyingQueue('before acknowledge')).ended
      expect(dead.signal).toBe('SIGKILL')
      expect(Object.values(asked()).reduce((sum, count) => sum + count)).toBe(1)
      const runs = await Promise.all([start(queue), start(queue)].map((one) => one.ended))
      expect(runs.map(({ code }) => code)).toEqual([0, 0])
      expect(asked()).toEqual(once)
      await expectWhole()
    })

    it('brings what a process took and died before it asked', async () => {
      expect((await start(await dyingQueue('after take')).ended).signal).toBe('SIGKILL')
      const runs = await Promise.all([start(queue), start(queue)].map((one) => one.ended))
      expect(runs.map(({ code }) => code)).toEqual([0, 0])
      expect(asked()).toEqual(once)
      expect([...brought(runs)].sort()).toEqual(ids)
      await expectWhole()
    })

    it('offers a project that fails to another try, and the next run brings only what changed', async () => {
      server.scenario([{ fault: 'failed', project: slow }])
      const first = await Promise.all([start(queue), start(queue)].map((one) => one.ended))
      expect(first.map(({ code }) => code)).toEqual([0, 0])
      expect(asked()).toEqual({ ...once, [slow]: 2 })
      const again = await start(queue).ended
      expect(again.rows.map(({ type }) => type)).toEqual(ids.map(() => 'unchanged'))
      await expectWhole()
    })

    it('says what is wrong with a Redis, and nothing of its password', async () => {
      const wrong = new URL(url ?? '')
      wrong.password = 'thyme-and-sage'
      const refused = await start(queue, { LABELPORT_REDIS_URL: wrong.href }).ended
      expect(refused.code).toBe(1)
      expect(refused.stdout + refused.stderr).toContain('WRONGPASS')
      expect(refused.stdout + refused.stderr).not.toContain('thyme')
      expect(await readdir(join(folder, 'exports'))).toEqual(['labelport-sync.queue'])
    })
  },
)
