import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import { type Emulator, type Fault, sampleProjects, startEmulator } from '@labelport/emulator'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

const [sample] = sampleProjects
if (sample === undefined) throw new Error('The emulator has no sample project.')
const { id } = sample

describe('export', () => {
  let server: Emulator
  let seen = ''
  beforeAll(async () => {
    server = await startEmulator({ formats })
  })
  afterAll(() => server.close())
  afterEach(() => {
    // Whatever a run said, the secret and signed links were not in it.
    expect(seen).not.toContain(server.credentials.clientSecret)
    expect(seen).not.toMatch(/X-Amz-Signature|signature=/i)
    seen = ''
  })

  async function exported(
    folder: string,
    words: readonly string[] = [],
    { faults = [], signal }: { faults?: readonly Fault[]; signal?: AbortSignal } = {},
  ) {
    server.scenario(faults)
    const out = join(folder, 'export.zip')
    const env = {
      LABELPORT_BASE_URL: server.url,
      LABELPORT_CLIENT_ID: server.credentials.clientId,
      LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
    }
    const ran = await labelport(
      ['export', '--project', id, '--format', 'NATIVE', '--out', out, ...words],
      { env, ...(signal === undefined ? {} : { signal }) },
    )
    seen += ran.stdout + ran.stderr
    return { out, ...ran }
  }

  it('brings a project into a zip that inspect can read, and leaves nothing else', async () => {
    const folder = await temporaryFolder()
    const { code, stdout, out } = await exported(folder)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Wrote .*export\.zip: \d+ files, [\d,]+ bytes, all checked\.\n$/)
    expect(await readdir(folder)).toEqual(['export.zip'])
    const inspected = await labelport(['inspect', out, '--cabinet', 'all', '--json'])
    expect(inspected.code).toBe(0)
    const { projects, totals } = JSON.parse(inspected.stdout)
    expect(projects).toMatchObject([{ id, name: sample.name }])
    const documents = sample.cabinets.reduce((sum, copy) => sum + copy.documents.length, 0)
    expect(totals.documents).toBe(documents)
  })

  it('does not replace a file that is there, unless told to', async () => {
    const folder = await temporaryFolder()
    await exported(folder)
    const again = await exported(folder)
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('is there already')
    expect((await exported(folder, ['--overwrite'])).code).toBe(0)
  })

  it('trap 72: says why the server failed, and calls nothing a success', async () => {
    const folder = await temporaryFolder()
    const { code, stderr } = await exported(folder, [], {
      faults: [{ fault: 'failed', always: true }],
    })
    expect(code).toBe(1)
    expect(stderr).toContain('client/export-failed')
    expect(await readdir(folder)).toEqual([])
  })

  it('trap 80: keeps what is needed to go on readable for its owner alone', async () => {
    const folder = await temporaryFolder()
    const controller = new AbortController()
    const running = exported(folder, [], {
      faults: [{ fault: 'file-missing', always: true }],
      signal: controller.signal,
    })
    const state = join(folder, 'export.zip.state.json')
    const stored = () => readFile(state, 'utf8').catch(() => '')
    await expect.poll(stored).toContain('"delivered"')
    controller.abort(new Error('enough'))
    expect(await running).toMatchObject({ code: 130 })
    if (process.platform !== 'win32') expect((await stat(state)).mode & 0o777).toBe(0o600)

    const anew = await exported(folder)
    expect(anew.code).toBe(1)
    expect(anew.stderr).toContain('go on with --resume')

    const before = server.requests().length
    const resumed = await exported(folder, ['--resume'])
    expect(resumed.code).toBe(0)
    expect(resumed.stderr).not.toContain('Asked for export')
    expect(server.requests().length).toBeGreaterThan(before)
    expect(await readdir(folder)).toEqual(['export.zip'])
  })

  it('refuses to resume where nothing was begun', async () => {
    const { code, stderr } = await exported(await temporaryFolder(), ['--resume'])
    expect(code).toBe(1)
    expect(stderr).toContain('nothing to resume')
  })

  it('names the variable that is missing and never asks for the secret as a flag', async () => {
    const words = ['export', '--project', id, '--out', 'x.zip']
    const none = await labelport(words)
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('LABELPORT_CLIENT_ID') })
    const half = await labelport(words, { env: { LABELPORT_CLIENT_ID: 'a' } })
    expect(half.stderr).toContain('LABELPORT_CLIENT_SECRET')
    expect((await labelport(['export', '--help'])).stdout).not.toMatch(/--(client-)?secret /)
  })

  it('keeps a second run away from a file that one is exporting', async () => {
    const folder = await temporaryFolder()
    const lock = join(folder, 'export.zip.lock')
    await writeFile(lock, JSON.stringify({ pid: process.pid, host: hostname() }))
    const held = await exported(folder)
    expect([held.code, held.stderr]).toEqual([1, expect.stringContaining('export.zip.lock')])
    expect(await readdir(folder)).toEqual(['export.zip.lock'])
    await writeFile(lock, JSON.stringify({ pid: 2 ** 30, host: hostname() }))
    expect((await exported(folder)).code).toBe(0)
    expect(await readdir(folder)).toEqual(['export.zip'])
  })
})

describe('emulator', () => {
  it('tells on one line of JSON where it listens, and ends when it is stopped', async () => {
    const controller = new AbortController()
    const lines: string[] = []
    const { run } = await import('../src/run.ts')
    const running = run(['emulator', '--json'], {
      stdout: { write: (text) => void lines.push(text), isTerminal: false },
      stderr: { write: () => {}, isTerminal: false },
      env: {},
      cwd: '.',
      version: '1.2.3',
      signal: controller.signal,
    })
    await expect.poll(() => lines.length).toBe(1)
    const { url, credentials, projects } = JSON.parse(lines[0] ?? '')
    expect(lines[0]?.match(/\n/g)).toHaveLength(1)
    expect(projects[0]).toEqual({ id, name: sample.name })
    expect(Object.keys(credentials)).toEqual(['clientId', 'clientSecret'])
    expect((await fetch(url)).status).toBeGreaterThan(0)
    controller.abort()
    expect(await running).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  })

  it('names the faults there are when one is misspelt', async () => {
    const { code, stderr } = await labelport(['emulator', '--fault', 'flood'])
    expect(code).toBe(2)
    expect(stderr).toContain('file-missing')
  })
})
