import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notePath } from '../src/convert/data-set-note.ts'
import { labelport, temporaryFolder } from './io.ts'
import { isBuilt, start } from './support/built-program.ts'
import { contentsOf, manyDocuments, textOf } from './support/many-documents.ts'

const conll = ['--to', 'conll', '--shard-size', '1kB', '--split', 'train=0.8,test=0.2']

async function convert(root: string, out: string, ...words: readonly string[]) {
  const { code, stdout, stderr } = await labelport([
    'convert',
    root,
    '--out',
    out,
    ...words,
    '--json',
  ])
  return { code, stderr, ...JSON.parse(stdout === '' ? '{}' : stdout) }
}

async function merge(out: string, folders: readonly string[]) {
  const { code, stdout, stderr } = await labelport([
    'merge-parts',
    ...folders,
    '--out',
    out,
    '--json',
  ])
  return { code, stderr, ...JSON.parse(stdout === '' ? '{}' : stdout) }
}

/** Writes parts in this process; returns their folders. */
async function writeParts(root: string, folder: string, of: number, words: readonly string[]) {
  const folders = Array.from({ length: of }, (_, at) => join(folder, `part-${at + 1}`))
  for (const [at, out] of folders.entries()) {
    expect(await convert(root, out, ...words, '--part', `${at + 1}/${of}`)).toMatchObject({
      code: 0,
    })
  }
  return folders
}

describe('convert --part and merge-parts', () => {
  it.each([1, 3, 40])('make of %d parts what one run makes, byte for byte', async (of) => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 30 })
    const whole = await convert(root, join(folder, 'whole'), ...conll)
    const folders = await writeParts(root, folder, of, conll)
    const merged = await merge(join(folder, 'merged'), folders)
    expect(await contentsOf(join(folder, 'merged'))).toEqual(
      await contentsOf(join(folder, 'whole')),
    )
    const { documents, splits, ledger, shards, files } = whole
    expect(merged).toMatchObject({ code: 0, documents, splits, ledger, shards, files })
  })

  it.each(['native', 'jsonl', 'csv-table', 'openai-chat', 'huggingface'])(
    'and --incremental make the same of %s, whichever is used',
    async (target) => {
      const folder = await temporaryFolder()
      const root = await manyDocuments(folder, { documents: 24 })
      const words = ['--to', target, '--shard-size', '1kB', '--cabinet', 'all']
      const whole = await convert(root, join(folder, 'whole'), ...words)
      expect(whole).toMatchObject({ code: 0, documents: 40 })
      const folders = await writeParts(root, folder, 3, words)
      await merge(join(folder, 'merged'), folders)
      const kept = await convert(root, join(folder, 'merged'), ...words, '--incremental')
      expect(kept.shards.reused).toBe(whole.shards.of)
      expect(kept.ledger).toEqual(whole.ledger)
      expect(await contentsOf(join(folder, 'merged'))).toEqual(
        await contentsOf(join(folder, 'whole')),
      )
    },
  )

  it.skipIf(!isBuilt)('work in four processes at a time', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 60 })
    const words = [root, '--to', 'native', '--shard-size', '1kB', '--cabinet', 'all']
    await mkdir(join(folder, 'parts'))
    const runs = [1, 2, 3, 4].map((number) => {
      const out = join(folder, 'parts', String(number))
      return start(['convert', ...words, '--out', out, '--part', `${number}/4`]).ended
    })
    for (const run of runs) expect(await run).toMatchObject({ code: 0 })
    const names = await readdir(join(folder, 'parts'))
    const folders = names.map((name) => join(folder, 'parts', name))
    const merged = await start(['merge-parts', ...folders, '--out', join(folder, 'merged')]).ended
    expect(merged.code).toBe(0)
    const whole = await start(['convert', ...words, '--out', join(folder, 'whole')]).ended
    expect(merged.stdout.split(' in ')[0]).toBe(whole.stdout.split(' in ')[0])
    expect(await contentsOf(join(folder, 'merged'))).toEqual(
      await contentsOf(join(folder, 'whole')),
    )
  })

  it('lets a data set of parts be kept up to date on one machine', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 30 })
    const merged = join(folder, 'merged')
    await merge(merged, await writeParts(root, folder, 2, conll))
    const next = await convert(root, merged, ...conll, '--incremental')
    expect(next).toMatchObject({ code: 0, shards: { reused: next.shards.of } })
  })

  it('say which parts are missing, there twice, unfinished or do not fit', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 10 })
    const out = join(folder, 'merged')
    const [one = '', two = '', three = ''] = await writeParts(root, folder, 3, conll)
    const missing = await merge(out, [one, three])
    expect(missing).toMatchObject({
      code: 1,
      error: { message: 'Of 3 parts these are missing: 2.' },
    })
    const twice = await merge(out, [one, two, two, three])
    expect(twice.error.message).toContain('are both part 2 of 3')
    const none = await merge(out, [one, root])
    expect(none.error.message).toContain('holds no part')
    const third = ['--part', '3/3', '--overwrite']
    const fits = async (what: string) => {
      const { code, error } = await merge(out, [one, two, three])
      expect(code).toBe(1)
      expect(error.message).toContain(`do not fit together: they were ${what}`)
    }
    await convert(root, three, ...conll, ...third, '--cabinet', 'labelers')
    await fits('made of other inputs, or with other flags')
    await convert(root, three, ...conll, ...third, '--rename-label', 'Ort=Platz')
    await fits('made with other flags, or of other documents')
    await writeFile(join(root, 'REVIEW', 'neu.txt.tsv'), textOf(3))
    await convert(root, three, ...conll, ...third)
    await fits('made of other inputs, or with other flags')
    await rm(join(root, 'REVIEW', 'neu.txt.tsv'))
    const words = ['convert', root, '--out', three, ...conll, ...third]
    expect(await labelport(words, { version: '1.2.4' })).toMatchObject({ code: 0 })
    await fits('written by labelport 1.2.3 and 1.2.4')
    await convert(root, three, ...conll, '--part', '3/4', '--overwrite')
    const more = await merge(out, [one, two, three])
    expect(more.error.message).toContain('they are parts of 3 and of 4')
    await writeFile(join(three, notePath), '{"labelport":1}')
    const damaged = await merge(out, [one, two, three])
    expect(damaged.error.message).toContain('is damaged or of another version')
    expect(await readdir(folder)).not.toContain('merged')
  })

  it('are not written where a part stands already, unless that may be replaced', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 10 })
    const [one = ''] = await writeParts(root, folder, 2, conll)
    const before = await contentsOf(one)
    const again = await convert(root, one, ...conll, '--part', '1/2')
    expect(again).toMatchObject({ code: 1, error: { code: 'node/exists' } })
    expect(await contentsOf(one)).toEqual(before)
    await convert(root, one, ...conll, '--part', '1/2', '--overwrite')
    expect(await contentsOf(one)).toEqual(before)
  })

  it.each([
    ['is gone', (file: string) => rm(file)],
    ['has 3 bytes, and had', (file: string) => writeFile(file, 'abc')],
    [
      'has other contents than were written',
      async (file: string) => {
        const text = await readFile(file, 'latin1')
        await writeFile(file, text.replace('Beet', 'Bett'), 'latin1')
      },
    ],
  ] as const)('are refused with the name of a file that %s', async (what, change) => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 10 })
    const folders = await writeParts(root, folder, 2, conll)
    const [, second = ''] = folders
    const [path = ''] = Object.keys(await contentsOf(second)).filter((name) => name !== notePath)
    await change(join(second, path))
    const { code, error } = await merge(join(folder, 'merged'), folders)
    expect(code).toBe(1)
    expect(error.message).toContain(`part-2/${path}" ${what}`)
    expect(await readdir(folder)).not.toContain('merged')
    await convert(root, second, ...conll, '--part', '2/2', '--overwrite')
    expect(await merge(join(folder, 'merged'), folders)).toMatchObject({ code: 0 })
  })

  it('refuse what parts cannot do', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 2 })
    const lock = join(folder, 'split.lock.json')
    const refusals = [
      [['--part', '5/4'], 'expected such as 3/8'],
      [['--part', '0/4'], 'expected such as 3/8'],
      [['--part', '1/4', '--incremental'], 'leave --incremental away'],
      [['--part', '1/4', '--split-lock', lock], 'cannot keep a split lock'],
    ] as const
    for (const [words, why] of refusals) {
      const { code, stderr } = await convert(root, join(folder, 'out'), ...conll, ...words)
      expect(code).toBe(2)
      expect(stderr).toContain(why)
    }
  })
})
