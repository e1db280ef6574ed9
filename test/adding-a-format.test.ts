import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Format } from '@labelport/format'
import { promises, subjectOf } from '@labelport/format-testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, root } from './workspace.ts'

/** The files of the page: a path alone on its line, then a block. */
const files = new Map(
  [...read('docs/adding-a-format.md').matchAll(/^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)].map(
    ([, path = '', content = '']) => [path, content],
  ),
)

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'labelport-page-'))
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  // What npm would install.
  mkdirSync(join(folder, 'node_modules/@labelport'), { recursive: true })
  for (const name of ['@labelport/format', '@labelport/model', '@labelport/format-testing']) {
    link(name, `packages/${name.replace('@labelport/', '')}`)
  }
  for (const name of ['vite', 'vitest']) link(name, `node_modules/${name}`)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function link(name: string, target: string): void {
  symlinkSync(join(root, target), join(folder, 'node_modules', name), 'junction')
}

async function acme(): Promise<Format> {
  const url = pathToFileURL(join(folder, 'src/index.ts')).href
  const module = (await import(/* @vite-ignore */ url)) as { acme: Format }
  return module.acme
}

function fixtures(): Record<string, string> {
  const paths = [...files.keys()].filter((path) => path.startsWith('fixtures/'))
  return Object.fromEntries(paths.map((path) => [`../${path}`, files.get(path) ?? '']))
}

describe('the format of docs/adding-a-format.md', () => {
  it('is a whole package', () => {
    expect([...files.keys()].sort()).toEqual([
      'fixtures/damaged/behind-the-text.acme',
      'fixtures/ferry.acme',
      'package.json',
      'src/entry.ts',
      'src/index.ts',
      'src/read.ts',
      'src/write.ts',
      'test/acme.test.ts',
      'tsconfig.json',
    ])
    expect(readdirSync(join(folder, 'src'))).toHaveLength(4)
  })

  it('compiles under the strict settings of this repository', async () => {
    const base = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8'))
    const compilerOptions = {
      ...base.compilerOptions,
      noEmit: true,
      customConditions: ['@labelport/source'],
      types: ['vite/client'],
    }
    const config = { compilerOptions, include: ['src', 'test'] }
    const path = join(folder, 'tsconfig.strict.json')
    writeFileSync(path, JSON.stringify(config))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const compiled = promisify(execFile)(process.execPath, [tsc, '-p', path]).catch(
      ({ stdout }: { stdout: string }) => ({ stdout }),
    )
    expect((await compiled).stdout).toBe('')
  })

  it.each(promises.map((promise) => [promise.name, promise] as const))('%s', async (_, promise) => {
    await promise.check(subjectOf(await acme(), fixtures()))
  })

  it('is as many checks as the page says', () => {
    const count = promises.length + Object.keys(fixtures()).length
    expect(count).toBe(16)
    expect(read('docs/adding-a-format.md')).toContain('now checks sixteen things')
  })
})
