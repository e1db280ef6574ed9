import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import { type Emulator, sampleProjects, sampleTeam, startEmulator } from '@labelport/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

const [sample] = sampleProjects
const document = sample?.cabinets[0]?.documents[0]
if (sample === undefined || document === undefined) throw new Error('The emulator has a sample.')

describe('export, other than a project into a zip', () => {
  let server: Emulator
  beforeAll(async () => {
    server = await startEmulator({ formats })
  })
  afterAll(() => server.close())

  async function run(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const env = {
      LABELPORT_BASE_URL: server.url,
      LABELPORT_CLIENT_ID: server.credentials.clientId,
      LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
      ...more,
    }
    const ran = await labelport(['export', ...words], { env })
    for (const secret of [server.credentials.clientSecret, ...Object.values(more)]) {
      expect(ran.stdout + ran.stderr).not.toContain(secret)
    }
    return ran
  }

  it('brings one document as a bare file', async () => {
    const out = join(await temporaryFolder(), 'note.json')
    const { code, stdout } = await run(['--document', document.id, '--out', out])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Wrote .*note\.json: [\d,]+ bytes\.\n$/)
    expect(JSON.parse(await readFile(out, 'utf8')).data.document.name).toBe(document.name)
  })

  it('brings the overview of a team', async () => {
    const out = join(await temporaryFolder(), 'overview.zip')
    const { code, stdout } = await run(['--team-overview', sampleTeam.id, '--out', out, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).files).toBeGreaterThan(0)
  })

  it('exports and converts in one go', async () => {
    const folder = await temporaryFolder()
    const data = join(folder, 'data')
    const words = ['--project', sample.id, '--out', join(folder, 'export.zip'), '--to', 'conll']
    const { code, stdout } = await run([...words, '--data', data, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ format: 'conll', written: true })
    expect(await readdir(data)).toContain('train.conll')
  })

  it('has the server mail it, and leaves no file here', async () => {
    const folder = await temporaryFolder()
    const words = ['--project', sample.id, '--out', join(folder, 'export.zip')]
    const { code, stdout } = await run([...words, '--method', 'EMAIL'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Export \S+ was sent \(EMAIL\)\.\n$/)
    expect(await readdir(folder)).toEqual([])
  })

  it.each([
    [[], 'one of --project, --document and --team-overview'],
    [['--project', 'a', '--document', 'b'], 'one of --project'],
    [['--project', 'a', '--to', 'conll'], '--to and --data come together'],
    [['--project', 'a', '--method', 'PIGEON'], 'expected FILE_STORAGE'],
    [['--project', 'a', '--method', 'CUSTOM_WEBHOOK'], '--webhook-url'],
    [['--project', 'a', '--method', 'EXTERNAL_OBJECT_STORAGE'], '--storage'],
    [
      ['--project', 'a', '--method', 'EMAIL', '--to', 'conll', '--data', 'd'],
      'cannot be converted',
    ],
  ])('refuses wrong use: %j', async (words, message) => {
    const { code, stderr } = await run([...words, '--out', 'export.zip'])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it('keeps the secret of a webhook out of everything it says', async () => {
    const words = ['--project', sample.id, '--out', 'export.zip', '--method', 'CUSTOM_WEBHOOK']
    const secret = { LABELPORT_WEBHOOK_SECRET: 'hook-secret-of-the-test' }
    // Port 9 of this machine: nobody answers the call, and the server does not mind.
    const { code } = await run([...words, '--webhook-url', 'http://127.0.0.1:9/hook'], secret)
    expect(code).toBe(0)
    const sent = server.requests().filter(({ body }) => body.includes('hook-secret-of-the-test'))
    expect(sent).toHaveLength(1)
  })
})
