import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './io.ts'
import { isBuilt, start } from './support/built-program.ts'
import { contentsOf, manyDocuments } from './support/many-documents.ts'

const crashing = fileURLToPath(new URL('../fixtures/plugins/crashing.mjs', import.meta.url))

const sha256 = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex')

describe.skipIf(!isBuilt)('--jobs, in the built program', () => {
  it.each([
    ['ranges', { documents: 9, rows: 10_000 }, ['--to', 'conll', '--cabinet', 'all']],
    ['ranges of native', { documents: 9, rows: 10_000 }, ['--to', 'native', '--cabinet', 'all']],
    [
      'ranges that number tags on',
      { documents: 4, rows: 60_000 },
      [
        '--to',
        'huggingface',
        '--cabinet',
        'all',
        '--option',
        'files=jsonl',
        '--option',
        'task=tokens',
      ],
    ],
    ['shards', { documents: 40 }, ['--to', 'native', '--shard-size', '1kB']],
    ['merged', { documents: 40 }, ['--to', 'conll', '--shard-size', '1kB', '--merge', 'union']],
    ['class numbers', { documents: 40 }, ['--to', 'huggingface', '--shard-size', '1kB']],
    ['provenance', { documents: 40 }, ['--to', 'conll', '--shard-size', '1kB', '--provenance']],
    [
      'documents left out because of others',
      { documents: 40 },
      [
        ...['--to', 'native', '--shard-size', '1kB', '--cabinet', 'all'],
        ...['--deduplicate', '--deduplicate-near', '0.7'],
      ],
    ],
    ['splits', { documents: 40 }, ['--to', 'conll', '--shard-size', '1kB', '--split', 'a=1,b=1']],
  ] as const)(
    'writes the same on one, two and three threads, trap 68: %s',
    async (_, size, words) => {
      const folder = await temporaryFolder()
      const root = await manyDocuments(folder, size)
      const results = []
      for (const jobs of ['1', '2', '3']) {
        const out = join(folder, `out-${jobs}`)
        const command = ['convert', root, '--out', out, '--json', '--jobs', jobs]
        const { code, stdout } = await start([...command, ...words]).ended
        expect(code).toBe(0)
        const { out: _out, ...told } = JSON.parse(stdout)
        const contents = Object.entries(await contentsOf(out))
        const sums = contents.map(([name, text]) => [name, sha256(text)])
        results.push({ told, sums })
      }
      const [one, two, three] = results
      expect(two).toEqual(one)
      expect(three).toEqual(one)
    },
    120_000,
  )

  it('gives documents the same splits on one, two and three threads, with all of them in sight', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 40 })
    const words = ['convert', root, '--to', 'conll', '--shard-size', '1kB', '--cabinet', 'all']
    const splits = ['--split', 'a=2,b=1', '--near-duplicates', '0.8', '--stratify', 'label']
    const results = []
    for (const jobs of ['1', '2', '3']) {
      const [out, lock] = [join(folder, `out-${jobs}`), join(folder, `${jobs}.lock.json`)]
      const more = ['--split-lock', lock, '--deduplicate', '--jobs', jobs, '--out', out]
      expect(await start([...words, ...splits, ...more]).ended).toMatchObject({ code: 0 })
      results.push([await contentsOf(out), await readFile(lock, 'utf8')])
    }
    const [one, two, three] = results
    expect(two).toEqual(one)
    expect(three).toEqual(one)
  }, 120_000)

  it('finds the classes of a lock on several threads in the order in which one finds them', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 9, rows: 10_000 })
    const words = ['convert', root, '--to', 'conll', '--cabinet', 'all']
    const locks = []
    // The last has a step that sees all documents, and so is read one after the other.
    for (const [at, more] of [['1'], ['3'], ['3', '--deduplicate']].entries()) {
      const lock = join(folder, `${at}.lock.json`)
      const out = join(folder, String(at))
      const command = [...words, '--out', out, '--lock', lock, '--jobs', ...more]
      expect(await start(command).ended).toMatchObject({ code: 0 })
      locks.push(await readFile(lock, 'utf8'))
    }
    expect(JSON.parse(locks[0] ?? '').text).toHaveLength(6)
    expect(new Set(locks).size).toBe(1)
  }, 120_000)

  it('inspects on several threads with the same result, and tells a broken file once', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 9, rows: 10_000 })
    await writeFile(
      join(root, 'REVIEW', 'kaputt.txt.tsv'),
      Buffer.from('Farn\tO\n\xff\tO\n', 'latin1'),
    )
    const words = ['inspect', root, '--cabinet', 'all', '--json', '--jobs']
    const results = []
    for (const jobs of ['1', '2', '3']) results.push(await start([...words, jobs]).ended)
    const [one, two, three] = results
    const { totals, diagnosticCounts } = JSON.parse(one?.stdout ?? '')
    expect(totals).toMatchObject({ documents: 15, roles: { review: 9, labeler: 6 } })
    expect(diagnosticCounts.error).toBe(1)
    expect(two).toEqual(one)
    expect(three).toEqual(one)
  })

  it('plans on several threads with the same result', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 9 })
    const results = []
    for (const jobs of ['1', '2', '3']) {
      const { code, stdout } = await start(['plan', root, '--json', '--jobs', jobs]).ended
      expect(code).toBe(0)
      results.push(JSON.parse(stdout))
    }
    const [one, two, three] = results
    expect(one.plans.length).toBeGreaterThan(10)
    expect(two).toEqual(one)
    expect(three).toEqual(one)
  })

  it('fails cleanly when a thread crashes', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 20 })
    await mkdir(join(folder, 'runs'))
    const out = join(folder, 'runs', 'out')
    const words = ['convert', root, '--to', 'crashing', '--plugin', crashing, '--out', out]
    const { code, stderr } = await start([...words, '--shard-size', '200', '--jobs', '2']).ended
    expect(code).toBe(1)
    expect(stderr).toContain('node/worker-ended')
    expect(stderr).toContain('it ended with code 9')
    expect(await readdir(join(folder, 'runs'))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'stops at Ctrl-C and leaves nothing, trap 91',
    async () => {
      const folder = await temporaryFolder()
      const root = await manyDocuments(folder, { documents: 20, rows: 30_000 })
      await mkdir(join(folder, 'runs'))
      const out = join(folder, 'runs', 'out')
      const words = ['convert', root, '--to', 'native', '--out', out, '--shard-size', '1MB']
      const { child, ended } = start([...words, '--jobs', '2'])
      await expect.poll(() => readdir(join(folder, 'runs'))).toHaveLength(1)
      child.kill('SIGINT')
      expect(await ended).toMatchObject({ code: 130, stderr: 'Stopped.\n' })
      expect(await readdir(join(folder, 'runs'))).toEqual([])
    },
  )

  it('refuses a number of threads that is none', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 1 })
    const words = ['convert', root, '--to', 'native', '--out', join(folder, 'out'), '--jobs', '0']
    const { code, stderr } = await start(words).ended
    expect(code).toBe(2)
    expect(stderr).toContain('expected a number from 1 to 999')
  })
})
