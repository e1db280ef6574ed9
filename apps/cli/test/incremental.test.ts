import { copyFile, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notePath } from '../src/convert/data-set-note.ts'
import { labelport, temporaryFolder } from './io.ts'
import { contentsOf, manyDocuments, textOf } from './support/many-documents.ts'

const words = ['--to', 'native', '--shard-size', '2kB']

async function convert(root: string, out: string, ...more: readonly string[]) {
  const command = ['convert', root, '--out', out, ...words, ...more, '--json']
  const { code, stdout, stderr } = await labelport(command)
  return { code, stderr, ...JSON.parse(stdout === '' ? '{}' : stdout) }
}

/** A data set that one run has written, and what a second run makes of it after a change. */
async function again(change: (root: string) => Promise<void>, ...more: readonly string[]) {
  const folder = await temporaryFolder()
  const root = await manyDocuments(folder, { documents: 60 })
  const out = join(folder, 'out')
  const first = await convert(root, out, '--incremental')
  expect(first).toMatchObject({ code: 0, shards: { reused: 0 } })
  const inodes = await inodesOf(out)
  await change(root)
  const second = await convert(root, out, '--incremental', ...more)
  const fresh = await convert(root, join(folder, 'fresh'), ...more)
  const kept = [...(await inodesOf(out))].filter(([path, inode]) => inodes.get(path) === inode)
  return { first, second, fresh, folder, root, out, kept: kept.map(([path]) => path) }
}

async function inodesOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const paths = Object.keys(await contentsOf(folder))
  const all = paths.map(async (path) => [path, (await stat(join(folder, path))).ino] as const)
  return new Map(await Promise.all(all))
}

describe('convert --incremental', () => {
  it('takes every shard over when nothing has changed, and tells the same account', async () => {
    const { first, second, fresh, folder, out, kept } = await again(async () => {})
    const { of } = first.shards
    expect(of).toBeGreaterThan(3)
    expect(second).toMatchObject({ code: 0, documents: 60, shards: { of, reused: of } })
    expect(second.ledger).toEqual(fresh.ledger)
    expect(await contentsOf(out)).toEqual(await contentsOf(join(folder, 'fresh')))
    expect(kept).toHaveLength(of)
  })

  it('writes the one shard anew that a document is added to', async () => {
    const { second, fresh, folder, out, kept } = await again((root) =>
      writeFile(join(root, 'REVIEW', 'neu.txt.tsv'), textOf(5)),
    )
    const { of } = fresh.shards
    expect(second).toMatchObject({ code: 0, documents: 61, shards: { of, reused: of - 1 } })
    expect(await contentsOf(out)).toEqual(await contentsOf(join(folder, 'fresh')))
    expect(kept).toHaveLength(of - 1)
    expect(second.ledger.source).toEqual(fresh.ledger.source)
  })

  it.each([
    [
      'another word in a document',
      (root: string) => changed(root, (text) => text.replace('trägt', 'trugt')),
    ],
    ['a document that is gone', (root: string) => rm(join(root, 'REVIEW', 'beet-3.txt.tsv'))],
  ] as const)('sees %s', async (_, change) => {
    const { second, fresh, folder, out } = await again(change)
    expect(second.shards.reused).toBe(fresh.shards.of - 1)
    expect(await contentsOf(out)).toEqual(await contentsOf(join(folder, 'fresh')))
  })

  it('takes nothing over when it is asked for something else', async () => {
    const { second, folder, out } = await again(async () => {}, '--rename-label', 'Ort=Platz')
    expect(second).toMatchObject({ code: 0, shards: { reused: 0 } })
    expect(await contentsOf(out)).toEqual(await contentsOf(join(folder, 'fresh')))
  })

  it('tells of a broken file again, although its shard is not read again', async () => {
    const { second, root, out } = await again((root) =>
      writeFile(
        join(root, 'REVIEW', 'kaputt.txt.tsv'),
        Buffer.from('Farn\tO\n\xff\tO\n', 'latin1'),
      ),
    )
    expect(second.code).toBe(1)
    const third = await convert(root, out, '--incremental')
    expect(third).toMatchObject({ code: 1, shards: { reused: third.shards.of } })
    expect(third.diagnostics).toEqual(second.diagnostics)
  })

  it.each([
    ['is gone', (file: string) => rm(file), 'is gone'],
    ['was cut short', (file: string) => truncate(file, 10), 'has 10 bytes, and had'],
    [
      'was edited without another size or time',
      async (file: string) => {
        const { atime, mtime } = await stat(file)
        await writeFile(file, (await readFile(file, 'latin1')).replace('Beet', 'Bett'), 'latin1')
        await utimes(file, atime, mtime)
      },
      'has other contents than were written',
    ],
  ] as const)('writes the shard anew whose file %s, and says so', async (_, change, what) => {
    const { root, out, folder } = await again(async () => {})
    const [path = ''] = Object.keys(await contentsOf(out)).filter((name) => name !== notePath)
    await change(join(out, path))
    const inodes = await inodesOf(out)
    const { code, shards, diagnostics } = await convert(root, out, '--incremental')
    expect({ code, reused: shards.reused }).toEqual({ code: 0, reused: shards.of - 1 })
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'cli/changed-file', place: { path } },
    ])
    expect(diagnostics[0].message).toMatch(new RegExp(`^The file ${what}`))
    expect(await contentsOf(out)).toEqual(await contentsOf(join(folder, 'fresh')))
    const kept = [...(await inodesOf(out))].filter(([name, inode]) => inodes.get(name) === inode)
    expect(kept).toHaveLength(shards.of - 1)
  })

  it('takes over what was copied elsewhere since, for times are no proof', async () => {
    const { root, out } = await again(async () => {})
    for (const path of Object.keys(await contentsOf(out))) {
      const file = join(out, path)
      await copyFile(file, `${file}.copy`)
      await rm(file)
      await copyFile(`${file}.copy`, file)
      await rm(`${file}.copy`)
    }
    const { shards, diagnostics } = await convert(root, out, '--incremental')
    expect(shards.reused).toBe(shards.of)
    expect(diagnostics).toEqual([])
  })

  it('says when it writes a file about the whole over one that was edited', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 6 })
    const out = join(folder, 'out')
    const words = ['--to', 'huggingface', '--incremental']
    await convert(root, out, ...words)
    const card = await readFile(join(out, 'README.md'), 'utf8')
    await writeFile(join(out, 'README.md'), `${card}\nBeet 🌿\n`)
    const { diagnostics, shards } = await convert(root, out, ...words)
    expect(diagnostics).toMatchObject([{ code: 'cli/changed-file', place: { path: 'README.md' } }])
    expect(shards.reused).toBe(shards.of)
    expect(await readFile(join(out, 'README.md'), 'utf8')).toBe(card)
  })

  it('never removes a file that somebody put into the folder', async () => {
    const { root, out } = await again(async () => {})
    await writeFile(join(out, 'notes.md'), 'Beet 🌿')
    await writeFile(join(out, '.DS_Store'), '')
    const refused = await convert(root, out, '--incremental')
    expect(refused.code).toBe(1)
    expect(refused.error.message).toContain('holds "notes.md", which labelport did not write')
    expect(await readFile(join(out, 'notes.md'), 'utf8')).toBe('Beet 🌿')
    const { shards } = await convert(root, out, '--incremental', '--overwrite')
    expect(shards.reused).toBe(shards.of)
    expect(Object.keys(await contentsOf(out))).not.toContain('notes.md')
  })

  it('knows the classes of what has not changed, and writes all anew for a new one', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 60 })
    const hub = async (out: string, ...more: readonly string[]) => {
      const to = ['--to', 'huggingface', '--shard-size', '2kB', ...more, '--json']
      const { code, stdout } = await labelport(['convert', root, '--out', join(folder, out), ...to])
      return { code, ...JSON.parse(stdout) }
    }
    const { of } = (await hub('out', '--incremental')).shards
    await writeFile(join(root, 'REVIEW', 'alt.txt.tsv'), textOf(5))
    expect(await hub('out', '--incremental')).toMatchObject({ shards: { of, reused: of - 1 } })
    await writeFile(join(root, 'REVIEW', 'neu.txt.tsv'), 'Neu\tB-Neu\n\n')
    expect(await hub('out', '--incremental')).toMatchObject({ code: 0, shards: { of, reused: 0 } })
    await hub('fresh')
    expect(await contentsOf(join(folder, 'out'))).toEqual(await contentsOf(join(folder, 'fresh')))
    expect((await contentsOf(join(folder, 'out')))['README.md']).toContain('B-Neu')
  })

  it('never replaces a folder it did not write, nor trusts a note that was changed', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 3 })
    const other = await convert(root, root, '--incremental')
    expect(other).toMatchObject({ code: 1, error: { code: 'node/exists' } })
    const out = join(folder, 'out')
    await convert(root, out)
    const text = (await contentsOf(out))[notePath] ?? ''
    await writeFile(join(out, notePath), text.replace('"of":1', '"of":2'), 'latin1')
    const damaged = await convert(root, out, '--incremental')
    expect(damaged.code).toBe(1)
    expect(damaged.error.message).toContain('is damaged or of another version')
  })
})

async function changed(root: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(root, 'REVIEW', 'beet-7.txt.tsv'), change(textOf(7)))
}
