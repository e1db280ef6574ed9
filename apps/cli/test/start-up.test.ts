import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { herbarium } from './herbarium.ts'
import { temporaryFolder } from './io.ts'

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url))

/** Writes the address of every module that is loaded, but for Node's own, to the third stream. */
const hooks = `
import { writeSync } from 'node:fs'
export async function load(url, context, next) {
  if (url.startsWith('file:')) writeSync(3, url + '\\n')
  return next(url, context)
}`
const asModule = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`
const register = asModule(
  `import { register } from 'node:module'; register(${JSON.stringify(asModule(hooks))})`,
)

/** File names of the modules that a run of the program loads. */
function modulesOf(words: readonly string[]): readonly string[] {
  const run = spawnSync(process.execPath, ['--import', register, bin, ...words], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  expect(run.status, String(run.stderr)).toBe(0)
  return String(run.output[3])
    .trim()
    .split('\n')
    .map((url) => url.slice(url.lastIndexOf('/') + 1))
}

describe.skipIf(!existsSync(bin))('what the built program loads', () => {
  it('shows its help with the shell alone: no format, no library', () => {
    const modules = modulesOf(['--help'])
    expect(modules[0]).toBe('bin.js')
    expect(modules.length).toBeLessThanOrEqual(3)
    expect(modules).not.toContain('core.js')
  })

  it('converts without libraries that no file of the export needs', async () => {
    const out = join(await temporaryFolder(), 'data')
    const modules = modulesOf(['convert', herbarium, '--to', 'conll', '--out', out])
    expect(modules.length).toBeLessThanOrEqual(9)
    expect(modules.filter((name) => /excel|jszip|papaparse|hyparquet|client/i.test(name))).toEqual(
      [],
    )
  })

  it('loads what reads the files it meets and the target that was asked for, and none besides', async () => {
    const out = join(await temporaryFolder(), 'data')
    const modules = modulesOf(['convert', herbarium, '--to', 'conll', '--out', out])
    expect(modules.filter((name) => /^(read|write|format|target)-/.test(name)).sort()).toEqual([
      'read-tsv-iob.js',
      'target-conll.js',
    ])
  })

  it('recognises files without what reads other formats', () => {
    const modules = modulesOf(['inspect', herbarium])
    expect(modules.length).toBeLessThanOrEqual(9)
    expect(modules.filter((name) => /^(read|write|format|target)-/.test(name))).toEqual([
      'read-tsv-iob.js',
    ])
  })
})
