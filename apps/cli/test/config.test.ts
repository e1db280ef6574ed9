import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import { type Emulator, sampleTeam, startEmulator } from '@labelport/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { herbarium } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'

let server: Emulator

beforeAll(async () => {
  server = await startEmulator({ formats })
})
afterAll(() => server.close())

async function folderWith(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, value] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(
      join(folder, name),
      typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    )
  }
  return folder
}

const connection = () => ({
  baseUrl: server.url,
  clientId: { env: 'GARDEN_ID' },
  clientSecret: { env: 'GARDEN_SECRET' },
})

const environment = () => ({
  GARDEN_ID: server.credentials.clientId,
  GARDEN_SECRET: server.credentials.clientSecret,
})

describe('a configuration', () => {
  it('is looked up in the working folder, and tells what the command line does not', async () => {
    const config = { inspect: { cabinet: 'all' } }
    const cwd = await folderWith({ 'labelport.config.json': config })
    const documents = async (...words: readonly string[]) => {
      const { stdout } = await labelport(['inspect', herbarium, '--json', ...words], { cwd })
      return JSON.parse(stdout).totals.documents
    }
    expect(await documents('--cabinet', 'review')).toBe(2)
    expect(await documents()).toBeGreaterThan(2)
  })

  it('tells how to connect, by variables of the environment', async () => {
    const config = { connection: connection(), tags: { team: sampleTeam.id } }
    const cwd = await folderWith({ 'labelport.config.json': config })
    const { code, stdout } = await labelport(['tags', '--json'], { cwd, env: environment() })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).tags.length).toBeGreaterThan(0)
  })

  it('yields to the environment, as the environment yields to flags', async () => {
    const wrong = { connection: { ...connection(), baseUrl: 'http://127.0.0.1:1' } }
    const cwd = await folderWith({ 'other.json': wrong, 'secret.txt': 'wrong' })
    const words = ['tags', '--team', sampleTeam.id, '--config', 'other.json']
    const env = { ...environment(), LABELPORT_BASE_URL: server.url }
    expect((await labelport(words, { cwd, env })).code).toBe(0)
    const flagged = await labelport([...words, '--secret-file', 'secret.txt'], { cwd, env })
    expect(flagged.code).toBe(1)
    expect(flagged.stderr).toContain('client/credentials-refused')
  })

  it('takes the secret from a file', async () => {
    const { clientSecret: _, ...rest } = connection()
    const config = { connection: { ...rest, clientSecretFile: 'secret.txt' } }
    const secret = `${server.credentials.clientSecret}\n`
    const cwd = await folderWith({ 'labelport.config.json': config, 'secret.txt': secret })
    expect((await labelport(['tags'], { cwd, env: environment() })).code).toBe(0)
  })

  it('says which variable is missing, and where it is named', async () => {
    const cwd = await folderWith({ 'labelport.config.json': { connection: connection() } })
    const { code, stderr } = await labelport(['tags'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(
      'labelport.config.json#/connection/clientId: GARDEN_ID is not in the environment.',
    )
  })

  it('never shows a secret that stands in it, wherever it stands', async () => {
    const secret = 'the-secret-of-this-test'
    for (const config of [
      { connection: { ...connection(), clientSecret: secret } },
      `{"connection": {"clientSecret": "${secret}" "clientId": "x"}}`,
      { connection: { clientSecret: [secret] } },
    ]) {
      const cwd = await folderWith({ 'labelport.config.json': config })
      const { code, stdout, stderr } = await labelport(['tags'], { cwd, env: environment() })
      expect(code).not.toBe(0)
      expect(stdout + stderr).not.toContain(secret)
    }
  })

  it('tells everything that is wrong at once: the place, what was found, what was expected', async () => {
    const config = {
      connection: { clientId: 7, adress: 'x' },
      sync: { parallel: true, tag: 'a', forse: true },
      convrt: {},
    }
    const cwd = await folderWith({ 'labelport.config.json': config })
    const { code, stderr } = await labelport(['tags'], { cwd })
    expect(code).toBe(2)
    expect(stderr.split('\n').slice(0, 6)).toEqual([
      'labelport.config.json#/connection/clientId: found 7, expected a text or {"env": "NAME OF A VARIABLE"}.',
      expect.stringContaining('labelport.config.json#/connection: found "adress", expected '),
      'labelport.config.json#/sync/parallel: found true, expected a text or a number.',
      'labelport.config.json#/sync/tag: found "a", expected a list of texts.',
      expect.stringMatching(/#\/sync: found "forse", expected something like .*force/),
      expect.stringMatching(/json#: found "convrt", expected something like .*convert/),
    ])
  })

  it.each([
    ['missing.json', undefined, 'The configuration "missing.json" cannot be read.'],
    ['list.json', '[]', 'list.json#: found a list, expected an object.'],
    ['cut.json', '{\n  "sync": {', 'cut.json:2:12: JSON does not go on here.'],
  ])('refuses %s', async (name, text, message) => {
    const cwd = await folderWith(text === undefined ? {} : { [name]: text })
    const { code, stderr } = await labelport(['tags', '--config', name], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
