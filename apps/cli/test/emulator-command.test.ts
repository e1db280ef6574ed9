import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emulatorCommand } from './emulator.ts'
import { herbarium } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'
import { zipOf } from './zip.ts'

const environment = ({ url, credentials }: Awaited<ReturnType<typeof emulatorCommand>>) => ({
  LABELPORT_BASE_URL: url,
  LABELPORT_CLIENT_ID: credentials.clientId,
  LABELPORT_CLIENT_SECRET: credentials.clientSecret,
})

describe('emulator --projects', () => {
  it('serves a zip, a folder and a file, each under an id of its own', async () => {
    const folder = await temporaryFolder()
    const exports = join(folder, 'exports')
    await mkdir(exports)
    await cp(herbarium, join(exports, 'herbs'), { recursive: true })
    await writeFile(join(exports, 'herbs again.zip'), await zipOf(herbarium))
    await writeFile(join(exports, 'weeds.txt.tsv'), 'Giersch\tB-Pflanze\nblüht\tO\n')
    await writeFile(join(exports, '.hidden'), 'x')
    const emulator = await emulatorCommand(['--projects', 'exports'], folder)
    const { projects } = emulator
    expect(projects.map(({ name }) => name).sort()).toEqual([
      'Kräutergarten',
      'Kräutergarten',
      'weeds.txt.tsv',
    ])
    expect(new Set(projects.map(({ id }) => id)).size).toBe(3)
    const env = environment(emulator)
    for (const { id } of projects) {
      const out = join(folder, `${id}.zip`)
      const words = ['export', '--project', id, '--format', 'JSON_ADVANCED', '--out', out]
      expect((await labelport(words, { env })).code).toBe(0)
      const inspected = await labelport(['inspect', out, '--json', '--cabinet', 'all'])
      expect(JSON.parse(inspected.stdout).totals.documents).toBeGreaterThan(0)
    }
  })

  it('gives every copy of a document an id that brings it', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'exports'))
    await cp(herbarium, join(folder, 'exports', 'herbs'), { recursive: true })
    const emulator = await emulatorCommand(['--projects', 'exports'], folder)
    const env = environment(emulator)
    const [project] = emulator.projects
    const listed = await labelport(['documents', '--project', project?.id ?? '', '--json'], { env })
    const ids: string[] = JSON.parse(listed.stdout).cabinets.flatMap(
      ({ documents }: { documents: readonly { id: string }[] }) => documents.map(({ id }) => id),
    )
    expect(ids.length).toBeGreaterThan(2)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [index, id] of ids.entries()) {
      const out = join(folder, `${index}.json`)
      const words = ['export', '--document', id, '--format', 'JSON_ADVANCED', '--out', out]
      expect((await labelport(words, { env })).code).toBe(0)
    }
  })

  it('says when there is nothing to serve', async () => {
    const folder = await temporaryFolder()
    const empty = await labelport(['emulator', '--projects', folder])
    expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining('holds no export')])
    const missing = await labelport(['emulator', '--projects', join(folder, 'none')])
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read')])
  })
})

it('emulator --objects keeps what goes to external storages as files', async () => {
  const folder = await temporaryFolder()
  const emulator = await emulatorCommand(['--objects', 'bucket'], folder)
  const env = environment(emulator)
  const [project] = emulator.projects
  const line = (prefix: string) => [
    ...['export', '--project', project?.id ?? '', '--format', 'PLAIN', '--out', 'notes.zip'],
    ...['--method', 'EXTERNAL_OBJECT_STORAGE', '--storage', 'st-1', '--prefix', prefix],
  ]
  expect((await labelport(line('labels/daily'), { env })).code).toBe(0)
  const names = await readdir(join(folder, 'bucket'), { recursive: true, withFileTypes: true })
  const [file] = names.filter((one) => one.isFile())
  expect(file?.parentPath).toContain(join('bucket', 'st-1', 'labels', 'daily'))
  const inspected = await labelport(['inspect', join(file?.parentPath ?? '', file?.name ?? '')])
  expect(inspected.code).toBe(0)
  const escaping = await labelport(line('../..'), { env })
  expect([escaping.code, escaping.stderr]).toEqual([1, expect.stringContaining('export-failed')])
  expect(await readdir(folder)).toEqual(['bucket'])
})

describe('emulator --scenario', () => {
  it('sets faults for one project and at later requests, and whole traps by --fault', async () => {
    const folder = await temporaryFolder()
    const faults = [{ fault: 'graphql-error', stage: 'request', message: 'Frost', from: 2 }]
    await writeFile(join(folder, 'bad-day.json'), JSON.stringify({ faults }))
    const words = ['--scenario', 'bad-day.json', '--fault', 'D2,U1']
    const emulator = await emulatorCommand(words, folder)
    const env = environment(emulator)
    const [project] = emulator.projects
    const line = (name: string) => [
      ...['export', '--project', project?.id ?? '', '--format', 'PLAIN'],
      ...['--out', join(folder, name)],
    ]
    const first = await labelport(line('a.zip'), { env })
    expect(first.stderr).toContain('Trying again in')
    expect(first.code).toBe(0)
    const second = await labelport(line('b.zip'), { env })
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('Frost')])
  })

  it.each([
    ['missing.json', undefined, 'The scenario "missing.json" cannot be read.'],
    ['cut.json', '[{', 'cut.json:1:3: The file is not JSON'],
    ['odd.json', '[{"fault":"stall","form":2}]', 'odd.json: /0/form: found 2, expected nothing'],
  ])('refuses %s', async (name, text, message) => {
    const cwd = await temporaryFolder()
    if (text !== undefined) await writeFile(join(cwd, name), text)
    const { code, stderr } = await labelport(['emulator', '--scenario', name], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
