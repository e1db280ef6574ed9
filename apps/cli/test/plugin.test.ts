import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { herbarium } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'

const plugin = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/plugins/${name}.mjs`, import.meta.url))

async function acmeFile(): Promise<string> {
  const file = join(await temporaryFolder(), 'ferry.acme')
  await writeFile(file, 'acme Zoë leaves\nacme at noon\n')
  return file
}

async function refused(name: string) {
  const { code, stdout } = await labelport(['formats', '--plugin', plugin(name), '--json'])
  return { code, error: JSON.parse(stdout).error }
}

describe('--plugin', () => {
  it('lets its formats take part in detection', async () => {
    const file = await acmeFile()
    const without = await labelport(['inspect', file, '--json'])
    expect(JSON.parse(without.stdout).totals.documents).toBe(0)
    const { code, stdout } = await labelport([
      'inspect',
      file,
      '--plugin',
      plugin('acme'),
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).totals).toMatchObject({ documents: 1, rows: 2 })
  })

  it('offers them to --from and --to, and a format without a reader as training data', async () => {
    const out = join(await temporaryFolder(), 'data')
    const words = ['--from', 'acme', '--to', 'shout', '--out', out, '--plugin', plugin('acme')]
    expect(await labelport(['convert', await acmeFile(), ...words])).toMatchObject({ code: 0 })
    expect(await readFile(join(out, 'ferry.shout'), 'utf8')).toBe('ZOË LEAVES\nAT NOON\n')

    const root = ['convert', herbarium, '--cabinet', 'root', '--to', 'shout', '--out', `${out}-2`]
    const { code, stderr } = await labelport([...root, '--plugin', plugin('acme')])
    expect(code).toBe(1)
    expect(stderr).toContain('engine/root-refused')
  })

  it('ranks them among the others and lists them', async () => {
    const words = ['--plugin', plugin('acme'), '--json']
    const planned = await labelport(['plan', await acmeFile(), '--to', 'native,shout', ...words])
    const ids = JSON.parse(planned.stdout).plans.map(({ format }: { format: string }) => format)
    expect(ids).toEqual(['native', 'shout'])
    const listed = JSON.parse((await labelport(['formats', ...words])).stdout)
    expect(listed.formats.at(-1)).toMatchObject({ id: 'acme', reads: true, writes: false })
    expect(listed.targets.at(-1)).toMatchObject({ id: 'shout', reads: false, writes: true })
    const told = await labelport(['formats', 'acme', '--plugin', plugin('acme')])
    expect(told.stdout).toContain('Acme lines (acme) can be read.')
  })

  it('takes a package that is installed above the folder one is in, and a folder', async () => {
    const project = await temporaryFolder()
    const installed = join(project, 'node_modules/labelport-format-acme')
    await mkdir(join(installed, 'dist'), { recursive: true })
    await cp(plugin('acme'), join(installed, 'dist/index.mjs'))
    const exports = { '.': { types: './dist/index.d.ts', import: './dist/index.mjs' } }
    await writeFile(join(installed, 'package.json'), JSON.stringify({ exports }))
    const cwd = join(project, 'deep/inside')
    await mkdir(cwd, { recursive: true })
    for (const name of ['labelport-format-acme', installed]) {
      const { code, stdout } = await labelport(['formats', 'acme', '--plugin', name], { cwd })
      expect({ name, code }).toEqual({ name, code: 0 })
      expect(stdout).toContain('Acme lines')
    }
  })

  it('says which properties keep an export from being a format', async () => {
    const { code, error } = await refused('faulty')
    expect(code).toBe(1)
    expect(error.code).toBe('cli/bad-plugin')
    for (const part of [
      'faulty: id must be',
      'extensions must be',
      'carries.colour must be',
      'reader.yields must be',
      'reader.read must be',
      'half: a reader or a writer is needed',
    ]) {
      expect(error.message).toContain(part)
    }
    expect(error.message).not.toContain('title must be')
    expect(error.message).not.toContain('reader.names')
  })

  it('says that a module exports no format, cannot be loaded or is not there', async () => {
    expect((await refused('empty')).error.message).toContain('it exports: answer')
    expect((await refused('throwing')).error.message).toContain('cannot be loaded: no such luck')
    expect((await refused('nowhere')).error).toMatchObject({
      code: 'cli/bad-plugin',
      message: expect.stringContaining('There is no file and no installed package'),
    })
  })

  it('says that the manifest of a package is broken', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'package.json'), '{')
    const { code, stderr } = await labelport(['formats', '--plugin', folder])
    expect(code).toBe(1)
    expect(stderr).toMatch(/cli\/bad-plugin: The plugin ".*" cannot be loaded: .*JSON/)
  })

  it('is refused when an id is taken, by labelport or by another plugin', async () => {
    expect((await refused('clash')).error).toMatchObject({
      code: 'cli/format-clash',
      message: expect.stringContaining('"csv", and so has labelport itself'),
    })
    const twice = ['--plugin', plugin('acme'), '--plugin', plugin('acme')]
    const { code, stderr } = await labelport(['formats', ...twice])
    expect(code).toBe(1)
    expect(stderr).toContain('cli/format-clash')
  })

  it.each(['inspect', 'plan', 'convert', 'validate', 'formats'])(
    'is explained by %s --help, with what it may do',
    async (command) => {
      const { stdout } = await labelport([command, '--help'])
      expect(stdout.replace(/\s+/g, ' ')).toContain('It runs with all your rights')
    },
  )
})
