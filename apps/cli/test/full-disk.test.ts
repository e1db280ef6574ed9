import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'
import { bin, isBuilt } from './support/built-program.ts'
import { contentsOf, manyDocuments } from './support/many-documents.ts'

/** Runs the built program on a system that refuses files above 50 kB, as a full disk refuses more bytes. */
async function cramped(words: readonly string[]) {
  const script = `trap '' XFSZ; ulimit -f 100; exec "$0" "$@"`
  const child = spawn('sh', ['-c', script, process.execPath, bin, ...words, '--json'])
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const [code] = await once(child, 'close')
  return { code, ...JSON.parse(stdout) }
}

const cut = ['--to', 'native', '--shard-size', '400kB']

describe.skipIf(!isBuilt || process.platform === 'win32')('a disk that is full', () => {
  it.each([
    ['shards', ['--overwrite']],
    ['shards of two threads', ['--overwrite', '--jobs', '2']],
    ['an incremental run', ['--incremental', '--rename-label', 'Ort=Platz']],
    ['a part', ['--part', '1/1', '--overwrite']],
  ] as const)(
    'ends %s with the name of the file, and what stood there stays',
    async (_, more) => {
      const folder = await temporaryFolder()
      const root = await manyDocuments(folder, { documents: 20, rows: 400 })
      const out = join(folder, 'data')
      await labelport(['convert', root, '--out', out, ...cut])
      const before = await contentsOf(out)
      const { code, error } = await cramped(['convert', root, '--out', out, ...cut, ...more])
      expect({ code, error }).toMatchObject({ code: 1, error: { code: 'node/cannot-write' } })
      expect(error.message).toMatch(
        /^"documents-\d{5}-of-\d{5}\.labelport\.jsonl" cannot be written/,
      )
      expect(await contentsOf(out)).toEqual(before)
      expect(await readdir(folder)).toHaveLength(2)
    },
    60_000,
  )
})

describe('a place where nothing can be written', () => {
  it('is told by shards, by parts and when parts are put together', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 4 })
    await labelport(['convert', root, '--out', join(folder, 'one'), ...cut, '--part', '1/1'])
    const file = join(folder, 'file')
    await writeFile(file, '')
    const out = ['--out', join(file, 'data'), '--json']
    for (const words of [
      ['convert', root, ...cut, ...out],
      ['convert', root, ...cut, '--incremental', ...out],
      ['convert', root, ...cut, '--part', '1/1', ...out],
      ['merge-parts', join(folder, 'one'), ...out],
    ]) {
      const { code, stdout } = await labelport(words)
      expect({ code, ...JSON.parse(stdout) }).toMatchObject({
        code: 1,
        error: { code: 'node/cannot-write' },
      })
    }
    expect((await readdir(folder)).sort()).toEqual(['Garten-A1b2C3d4E5f', 'file', 'one'])
  })
})
