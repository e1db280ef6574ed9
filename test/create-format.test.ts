import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Format } from '@labelport/format'
import { type KitOptions, promises, subjectOf } from '@labelport/format-testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf } from './diagnostics/documented.ts'
import { packages, read, root } from './workspace.ts'

const execute = promisify(execFile)

/** What the script reads and changes. */
const needed = [
  'README.md',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.package.json',
  'docs/adding-a-format.md',
  'packages/catalog/package.json',
  'packages/catalog/src/formats.ts',
  'packages/catalog/src/targets.ts',
  'packages/formats/plain/package.json',
  'packages/formats/plain/tsconfig.json',
  'packages/targets/conll/package.json',
  'packages/targets/conll/tsconfig.json',
  'scripts/templates',
]

/** Inside the repository, so that its packages are found, and a small copy of it, so that nothing is changed. */
let copy: string

async function create(...words: readonly string[]) {
  const script = join(root, 'scripts/create-format.mjs')
  return execute(process.execPath, [script, ...words], { cwd: copy }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, output: stderr }),
  )
}

function created(path: string): string {
  return readFileSync(join(copy, path), 'utf8')
}

async function compile(folder: string): Promise<string> {
  const compilerOptions = {
    noEmit: true,
    customConditions: ['@labelport/source'],
    types: ['vite/client'],
  }
  const config = join(copy, 'tsconfig.check.json')
  const settings = { extends: join(root, 'tsconfig.base.json'), compilerOptions, include: [folder] }
  writeFileSync(config, JSON.stringify(settings))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return execute(process.execPath, [tsc, '-p', config]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  )
}

async function load<T>(path: string): Promise<T> {
  return import(/* @vite-ignore */ pathToFileURL(join(copy, path)).href)
}

beforeAll(async () => {
  mkdirSync(join(root, '.artifacts'), { recursive: true })
  copy = mkdtempSync(join(root, '.artifacts/create-'))
  mkdirSync(join(copy, '.changeset'))
  for (const path of needed) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(root, path), join(copy, path), { recursive: true })
  }
  expect(await create('fern-log')).toMatchObject({ code: 0 })
  expect(await create('moss-set', '--target')).toMatchObject({ code: 0 })
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('pnpm create-format', () => {
  it.each([
    ['packages/formats/fern-log', 'fernLog'],
    ['packages/targets/moss-set', 'mossSet'],
  ])('makes %s, which compiles under the strict settings', async (folder, name) => {
    expect(await compile(folder)).toBe('')
    const module = await load<Record<string, Format>>(`${folder}/src/index.ts`)
    expect(module[name]).toMatchObject({ id: folder.split('/').at(-1) })
    expect(Object.keys(module)).toEqual([name])
  })

  it('leaves no trace of the name it was made from', () => {
    for (const path of [
      'src/index.ts',
      'src/read.ts',
      'src/write.ts',
      'README.md',
      'package.json',
    ]) {
      expect(created(`packages/formats/fern-log/${path}`)).not.toMatch(/acme/i)
    }
    expect(existsSync(join(copy, 'packages/formats/fern-log/fixtures/ferry.fern-log'))).toBe(true)
  })

  it('gives the manifest of its neighbours', () => {
    const like = packages.find(({ id }) => id === 'plain')?.manifest
    const made = JSON.parse(created('packages/formats/fern-log/package.json'))
    expect(Object.keys(made)).toEqual(Object.keys(like ?? {}))
    expect(made).toMatchObject({ name: '@labelport/format-fern-log', exports: like?.exports })
    const target = JSON.parse(created('packages/targets/moss-set/package.json'))
    expect(Object.keys(target.dependencies)).toEqual(['@labelport/format', '@labelport/model'])
  })

  it('documents every code it tells', () => {
    for (const folder of ['packages/formats/fern-log', 'packages/targets/moss-set']) {
      const codes = codesOf(created(`${folder}/README.md`), folder).map(({ code }) => code)
      const told = ['read.ts', 'write.ts']
        .map((name) => `${folder}/src/${name}`)
        .filter((path) => existsSync(join(copy, path)))
        .flatMap((path) => [...created(path).matchAll(/'((?:fern-log|moss-set)\/[a-z-]+)'/g)])
        .map(([, code]) => code)
      expect(told.length).toBeGreaterThan(2)
      expect(told.filter((code) => !codes.some((one) => one === code))).toEqual([])
    }
  })

  it('enters it into catalog, manifests, README and changesets, in order', () => {
    const formats = created('packages/catalog/src/formats.ts')
    expect(formats).toContain("import { fernLog } from '@labelport/format-fern-log'\n")
    expect(formats.match(/\bfernLog\b/g)).toHaveLength(2)
    const imported = [...formats.matchAll(/'@labelport\/format-([^']+)'/g)].map(([, id]) => id)
    expect(imported).toEqual([...imported].sort())
    expect(created('packages/catalog/src/targets.ts')).toMatch(/\bmossSet\b[^;]*\bmossSet\b/)
    for (const path of ['package.json', 'packages/catalog/package.json']) {
      expect(created(path)).toContain('"@labelport/target-moss-set": "workspace:')
    }
    expect(created('README.md')).toContain('[fern-log](packages/formats/fern-log), and [native]')
    expect(created('README.md')).toContain('[moss-set](packages/targets/moss-set) |')
    expect(created('.changeset/format-fern-log.md')).toContain(
      '"@labelport/format-fern-log": minor',
    )
  })

  it('makes a package of one’s own anywhere', async () => {
    expect(await create('reed', '--out', join(copy, 'elsewhere'))).toMatchObject({ code: 0 })
    expect(JSON.parse(created('elsewhere/package.json')).name).toBe('labelport-format-reed')
    expect(created('elsewhere/test/reed.test.ts')).toContain(
      "import { reed } from '../src/index.ts'",
    )
    expect(await create('reed', '--out', join(copy, 'elsewhere'))).toMatchObject({
      code: 2,
      output: expect.stringContaining('is not empty'),
    })
  })

  it.each([
    [[], 'pnpm create-format <id>'],
    [['Fern'], '"Fern" is no id'],
    [['plain'], 'packages/formats/plain is there already'],
    [['reed', '--target', '--out', 'x'], '--out makes formats only'],
  ])('refuses %j and changes nothing', async (words, message) => {
    const before = created('packages/catalog/src/formats.ts')
    const { code, output } = await create(...words)
    expect({ code, said: output.includes(message) }).toEqual({ code: 2, said: true })
    expect(created('packages/catalog/src/formats.ts')).toBe(before)
  })

  it('is a script of the repository', () => {
    expect(JSON.parse(read('package.json')).scripts['create-format']).toContain('create-format.mjs')
  })
})

describe.each(promises.map((promise) => [promise.name, promise] as const))(
  'what was created %s',
  (_, promise) => {
    it('as a format', async () => {
      const folder = 'packages/formats/fern-log'
      const { fernLog } = await load<{ fernLog: Format }>(`${folder}/src/index.ts`)
      const paths = ['ferry.fern-log', 'damaged/behind-the-text.fern-log']
      const fixtures = paths.map((path) => [
        `../fixtures/${path}`,
        created(`${folder}/fixtures/${path}`),
      ])
      await promise.check(subjectOf(fernLog, Object.fromEntries(fixtures)))
    })

    it('as a target', async () => {
      const folder = 'packages/targets/moss-set'
      const { mossSet } = await load<{ mossSet: Format }>(`${folder}/src/index.ts`)
      const options = await load<Required<Pick<KitOptions, 'readBack'>>>(
        `${folder}/test/read-back.ts`,
      )
      await promise.check(subjectOf(mossSet, {}, { readBack: options.readBack }))
    })
  },
)
