import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'
import { contentsOf } from './support/many-documents.ts'
import {
  documentsIn,
  labelers,
  likeNeighbours,
  put,
  repeatedDocuments,
} from './support/repeated-documents.ts'

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

const near = ['--deduplicate-near', '0.6']
const native = ['--to', 'native', '--cabinet', 'all']

/** Accounts without their examples, which name the first documents that were met. */
function sums(steps: readonly { step: string; ledger: { entries: readonly object[] } }[]) {
  return steps.map(({ step, ledger }) => ({
    step,
    ...{ ...ledger, entries: ledger.entries.map((one) => ({ ...one, examples: [] })) },
  }))
}

describe('leaving out documents because of others, in shards', () => {
  it.each([
    ['equal', ['--deduplicate']],
    ['alike', near],
    ['equal or alike', ['--deduplicate', ...near]],
    [
      'alike after filtering and renaming',
      ['--label', 'Pflanze1', '--rename-label', 'Pflanze1=Kraut', '--deduplicate', ...near],
    ],
    [
      'alike, before windows are cut',
      ['--deduplicate', ...near, '--window', '20 tokens', '--stride', '10'],
    ],
    ['alike after merging', ['--merge', 'majority', ...near]],
    ['equal after merging', ['--merge', 'union', '--deduplicate']],
  ] satisfies readonly [string, readonly string[]][])(
    'chooses those as without shards that are %s',
    async (_, words) => {
      const folder = await temporaryFolder()
      const roots = await repeatedDocuments(folder)
      const whole = await run('convert', roots, join(folder, 'whole'), [...native, ...words])
      const expected = await documentsIn(join(folder, 'whole'))
      expect(whole.code).toBe(0)
      for (const { step, ledger } of whole.steps)
        if (step.startsWith('deduplicate')) expect(ledger.dropped.cell).toBeGreaterThan(0)
      for (const size of ['600', '2kB', '1MB']) {
        const out = join(folder, size)
        const cut = await run('convert', roots, out, [...native, ...words, '--shard-size', size])
        expect(cut).toMatchObject({ code: 0, documents: whole.documents })
        expect(await documentsIn(out)).toEqual(expected)
        expect(sums(cut.steps)).toEqual(sums(whole.steps))
        expect(cut.ledger).toMatchObject({ source: whole.ledger.source, kept: whole.ledger.kept })
        if (size === '600') expect(cut.shards.of).toBeGreaterThan(16)
      }
    },
  )

  it('makes of four parts what one run makes, byte for byte', async () => {
    const folder = await temporaryFolder()
    const roots = await repeatedDocuments(folder)
    const words = [...native, '--deduplicate', ...near, '--shard-size', '1kB', '--provenance']
    const whole = await run('convert', roots, join(folder, 'whole'), words)
    const parts = [1, 2, 3, 4].map((number) => join(folder, `part-${number}`))
    for (const [at, out] of parts.entries()) {
      const part = await run('convert', roots, out, [...words, '--part', `${at + 1}/4`])
      expect(part.code).toBe(0)
    }
    const merged = await run('merge-parts', parts, join(folder, 'merged'), [])
    expect(merged).toMatchObject({ code: 0, documents: whole.documents, steps: whole.steps })
    expect(await contentsOf(join(folder, 'merged'))).toEqual(
      await contentsOf(join(folder, 'whole')),
    )
  })

  it('refuses parts that were made of files with other contents', async () => {
    const folder = await temporaryFolder()
    const [root = ''] = await repeatedDocuments(folder)
    const words = [...native, '--deduplicate', '--shard-size', '1kB', '--part']
    const parts = [join(folder, 'one'), join(folder, 'two')]
    const [one = '', two = ''] = parts
    await run('convert', [root], one, [...words, '1/2'])
    // As long as before, and no longer equal to its copies.
    const edited = likeNeighbours(0).replace('krau🌿t1', 'kräu🌿t')
    await put(root, 'REVIEW', 'beet-0.txt.tsv', edited)
    await run('convert', [root], two, [...words, '2/2'])
    const { code, error } = await run('merge-parts', parts, join(folder, 'merged'), [])
    expect(code).toBe(1)
    expect(error.message).toContain('they were made of documents that differ')
  })

  it('gives numbers to the classes of documents that stay, and to no others', async () => {
    const folder = await temporaryFolder()
    const root = join(folder, 'Garten-A1b2C3d4E5f')
    await put(root, 'REVIEW', 'a.txt.tsv', likeNeighbours(0))
    await put(root, 'REVIEW', 'b.txt.tsv', likeNeighbours(0).replaceAll('Pflanze0', 'Seltenes'))
    await put(root, 'REVIEW', 'c.txt.tsv', likeNeighbours(99))
    const words = ['--to', 'huggingface', '--shard-size', '500']
    const all = await run('convert', [root], join(folder, 'all'), words)
    expect(all.shards.of).toBeGreaterThan(1)
    await run('convert', [root], join(folder, 'out'), [...words, ...near])
    const card = async (name: string) => (await contentsOf(join(folder, name)))['README.md']
    expect(await card('all')).toContain('B-Seltenes')
    expect(await card('out')).not.toContain('B-Seltenes')
    expect(await card('out')).toContain('B-Pflanze0')
  })
})

describe('leaving out documents because of others, --incremental', () => {
  const words = [...native, '--deduplicate', ...near, '--shard-size', '1kB']

  // Folders are read in the order of their names.
  const [first, next] = labelers

  /** What a second run makes of a data set after a change, and what one from scratch does. */
  async function again(change: (root: string) => Promise<void>) {
    const folder = await temporaryFolder()
    const roots = await repeatedDocuments(folder)
    const out = join(folder, 'out')
    await run('convert', roots, out, [...words, '--incremental'])
    const before = await documentsIn(out)
    await change(roots[0] ?? '')
    const second = await run('convert', roots, out, [...words, '--incremental'])
    const fresh = await run('convert', roots, join(folder, 'fresh'), words)
    expect(await contentsOf(out)).toEqual(await contentsOf(join(folder, 'fresh')))
    expect(second.steps).toEqual(fresh.steps)
    return { before, after: await documentsIn(out), second }
  }
  const named = (documents: readonly string[], name: string) =>
    documents.filter((one) => one.includes(`"${name}"`))

  it('takes every shard over when nothing has changed', async () => {
    const { second, before, after } = await again(async () => {})
    expect(second.shards.reused).toBe(second.shards.of)
    expect(after).toEqual(before)
  })

  it('leaves an old document out when an earlier one comes that is like it', async () => {
    const { second, before, after } = await again((root) =>
      put(root, first, 'aaa.txt.tsv', likeNeighbours(0).replace('Möhre0', 'Rübe')),
    )
    expect(named(before, 'beet-0.txt')).toEqual([expect.stringContaining(first)])
    expect(named(after, 'beet-0.txt')).toHaveLength(0)
    expect(named(after, 'aaa.txt')).toHaveLength(1)
    expect(second.shards.reused).toBeGreaterThan(0)
    expect(second.shards.reused).toBeLessThan(second.shards.of - 1)
  })

  it('brings an old document back when the one that stood for it is gone', async () => {
    const { second, before, after } = await again((root) => rm(join(root, first, 'beet-0.txt.tsv')))
    expect(named(before, 'beet-0.txt')).toEqual([expect.stringContaining(first)])
    expect(named(after, 'beet-0.txt')).toEqual([expect.stringContaining(next)])
    expect(second.shards.reused).toBeGreaterThan(0)
  })
})
