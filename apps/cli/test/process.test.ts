import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { herbarium } from './herbarium.ts'
import { temporaryFolder } from './io.ts'

const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url))

function start(words: readonly string[]) {
  const child = spawn(process.execPath, [bin, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    texts.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    texts.stderr += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code, ...texts }))
  return { child, ended, texts }
}

describe.skipIf(!existsSync(bin))('the built program', () => {
  it('knows the version of its package', async () => {
    const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
    expect((await start(['--version']).ended).stdout).toBe(`${manifest.version}\n`)
  })

  it('inspects, in a pipe, without colours', async () => {
    const { code, stdout } = await start(['inspect', herbarium, '--json']).ended
    expect(code).toBe(0)
    expect(JSON.parse(stdout).totals.documents).toBe(2)
  })

  it('converts, and says by its exit code that losses were refused', async () => {
    const folder = await temporaryFolder()
    const words = ['convert', herbarium, '--to', 'conll', '--out', join(folder, 'data')]
    expect((await start([...words, '--no-loss']).ended).code).toBe(3)
    expect(await readdir(folder)).toEqual([])
    expect((await start(words).ended).code).toBe(0)
    expect(await readdir(folder)).toEqual(['data'])
  })

  it('trap 92: ends quietly when nobody reads its output any more', async () => {
    const { child, ended } = start(['formats'])
    child.stdout.destroy()
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
  })

  it.skipIf(process.platform === 'win32')('trap 91: stops a long run at Ctrl-C', async () => {
    const folder = await temporaryFolder()
    const line = 'Farn\tB-Pflanze\nwächst\tO\n\n'
    // Several megabytes: enough that the run would go on for a second or more.
    await writeFile(join(folder, 'long.txt.tsv'), line.repeat(400_000))
    const words = ['convert', join(folder, 'long.txt.tsv'), '--to', 'native']
    const { child, ended } = start([...words, '--out', join(folder, 'data')])
    await expect.poll(() => readdir(folder)).toHaveLength(2)
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 130, stderr: 'Stopped.\n' })
    expect(await readdir(folder)).toEqual(['long.txt.tsv'])
  })

  it.skipIf(process.platform === 'win32')('ends the emulator at the first Ctrl-C', async () => {
    const { child, ended, texts } = start(['emulator', '--json'])
    await expect.poll(() => texts.stdout).toContain('\n')
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })
})
