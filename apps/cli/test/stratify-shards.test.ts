import { copyFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'
import { contentsOf } from './support/many-documents.ts'
import { likeNeighbours, put, repeatedDocuments } from './support/repeated-documents.ts'

async function run(
  command: string,
  inputs: readonly string[],
  out: string,
  words: readonly string[],
) {
  const { code, stdout, stderr } = await labelport([
    ...[command, ...inputs, '--out', out],
    ...words,
    '--json',
  ])
  return { code, stderr, ...JSON.parse(stdout === '' ? '{}' : stdout) }
}

const conll = ['--to', 'conll', '--cabinet', 'all', '--split', 'train=3,validation=1,test=1']
const near = ['--near-duplicates', '0.8']
const both = [...near, '--stratify', 'label']
const locked = (path: string) => ['--split-lock', path]

/** The sentences of each split, in no order. */
async function sentencesOf(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const bySplit = new Map<string, readonly string[]>()
  for (const [path, text] of Object.entries(await contentsOf(folder))) {
    const [, split] = /^(\w+)(-\d+-of-\d+)?\.conll$/.exec(path) ?? []
    if (split === undefined) continue
    const sentences = text.split(/\n\n+/).filter((one) => one !== '')
    bySplit.set(split, [...(bySplit.get(split) ?? []), ...sentences].sort())
  }
  return bySplit
}

describe('splits that take all documents to decide, in shards', () => {
  it.each([
    ['near-duplicates', near],
    ['strata', ['--stratify', 'label']],
    ['both', both],
    ['both by file', [...both, '--split-group', 'file']],
    ['both after leaving out', [...both, '--deduplicate', '--deduplicate-near', '0.9']],
    ['both in windows', [...both, '--window', '20 tokens']],
    ['both after merging', [...both, '--merge', 'majority']],
  ] satisfies readonly [string, readonly string[]][])(
    'are those as without shards: %s',
    async (_, words) => {
      const folder = await temporaryFolder()
      const roots = await repeatedDocuments(folder)
      const lock = (name: string) => join(folder, `${name}.lock.json`)
      const all = [...conll, ...words]
      const whole = await run('convert', roots, join(folder, 'whole'), [
        ...all,
        ...locked(lock('whole')),
      ])
      expect(whole.code).toBe(0)
      expect(Math.min(...Object.values<number>(whole.splits))).toBeGreaterThan(0)
      const expected = await sentencesOf(join(folder, 'whole'))
      for (const size of ['600', '2kB', '1MB']) {
        const more = ['--shard-size', size, ...locked(lock(size))]
        const cut = await run('convert', roots, join(folder, size), [...all, ...more])
        const { splits, leaks, diagnosticCounts } = whole
        expect(cut).toMatchObject({ code: 0, splits, leaks })
        // What is no copy of a labeler is told shard by shard where copies are merged.
        if (!words.includes('--merge')) expect(cut).toMatchObject({ diagnosticCounts })
        expect(await sentencesOf(join(folder, size))).toEqual(expected)
        expect(await readFile(lock(size), 'utf8')).toBe(await readFile(lock('whole'), 'utf8'))
      }
    },
  )

  it.each([
    ['a lock each', (number: number) => `${number}.lock.json`],
    ['one lock for all', () => 'one.lock.json'],
  ] as const)('are the same in four parts, with %s', async (_, nameOf) => {
    const folder = await temporaryFolder()
    const roots = await repeatedDocuments(folder)
    const words = [...conll, ...both, '--deduplicate', '--shard-size', '1kB']
    const lock = join(folder, 'whole.lock.json')
    const whole = await run('convert', roots, join(folder, 'whole'), [...words, ...locked(lock)])
    const parts = [1, 2, 3, 4].map((number) => join(folder, `part-${number}`))
    for (const [at, out] of parts.entries()) {
      const own = join(folder, nameOf(at))
      const part = ['--part', `${at + 1}/4`, ...locked(own)]
      expect(await run('convert', roots, out, [...words, ...part])).toMatchObject({ code: 0 })
      expect(await readFile(own, 'utf8')).toBe(await readFile(lock, 'utf8'))
    }
    const merged = await run('merge-parts', parts, join(folder, 'merged'), [])
    const { documents, splits, steps, ledger } = whole
    expect(merged).toMatchObject({ code: 0, documents, splits, steps, ledger })
    expect(await contentsOf(join(folder, 'merged'))).toEqual(
      await contentsOf(join(folder, 'whole')),
    )
  })
})

describe('splits that take all documents to decide, --incremental', () => {
  /** What a second run makes of a data set after a change, and what one from scratch does with the same lock. */
  async function again(change: (root: string, lock: string) => Promise<void>) {
    const folder = await temporaryFolder()
    const roots = await repeatedDocuments(folder)
    const [out, lock, old] = ['out', 'lock.json', 'old.json'].map((name) => join(folder, name))
    const words = [...conll, ...both, '--shard-size', '1kB']
    const update = [...words, '--incremental', ...locked(lock ?? '')]
    await run('convert', roots, out ?? '', update)
    await change(roots[0] ?? '', lock ?? '')
    const before = await readFile(lock ?? '', 'utf8').catch(() => undefined)
    if (before !== undefined) await copyFile(lock ?? '', old ?? '')
    const second = await run('convert', roots, out ?? '', update)
    const fresh = join(folder, 'fresh')
    await run('convert', roots, fresh, [...words, ...locked(old ?? '')])
    expect(await contentsOf(out ?? '')).toEqual(await contentsOf(fresh))
    expect(await readFile(lock ?? '', 'utf8')).toBe(await readFile(old ?? '', 'utf8'))
    return second.shards
  }

  it('take every shard over when nothing has changed', async () => {
    const { of, reused } = await again(async () => {})
    expect(reused).toBe(of)
  })

  it('write the one shard anew that a document is added to', async () => {
    const { of, reused } = await again((root) =>
      put(root, 'REVIEW', 'aaa.txt.tsv', likeNeighbours(5)),
    )
    expect(reused).toBe(of - 1)
  })

  it('write anew what lies elsewhere when the lock is gone and a document has come', async () => {
    const { of, reused } = await again(async (root, lock) => {
      await rm(lock)
      for (let number = 0; number < 12; number += 1)
        await put(root, 'REVIEW', `neu-${number}.txt.tsv`, likeNeighbours(200 + 20 * number))
    })
    expect(reused).toBeLessThan(of - 12)
  })
})
