import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notePath } from '../src/convert/data-set-note.ts'
import { labelport, temporaryFolder } from './io.ts'
import { contentsOf, manyDocuments, textOf } from './support/many-documents.ts'

async function convert(root: string, out: string, ...words: readonly string[]) {
  const command = ['convert', root, '--out', out, ...words, '--json']
  const { code, stdout, stderr } = await labelport(command)
  return { code, stderr, ...JSON.parse(stdout === '' ? '{}' : stdout) }
}

/** The names of documents in native files, in order. */
function namesIn(contents: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.entries(contents).filter(([name]) => name !== notePath)
  return files.flatMap(([, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .flatMap(({ type, value }) => (type === 'document' ? [value.name] : [])),
  )
}

describe('convert --shard-size', () => {
  it('writes shards that hold the same documents as one file, with the same account', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 40 })
    const whole = await convert(root, join(folder, 'whole'), '--to', 'native')
    const cut = await convert(root, join(folder, 'cut'), '--to', 'native', '--shard-size', '1kB')
    expect(cut).toMatchObject({ code: 0, documents: 40, ledger: whole.ledger })
    const { [notePath]: note, ...shards } = await contentsOf(join(folder, 'cut'))
    expect(note).toBeDefined()
    expect(Object.keys(shards).length).toBeGreaterThan(2)
    for (const name of Object.keys(shards))
      expect(name).toMatch(/^documents-000\d\d-of-000(04|08|16)\.labelport\.jsonl$/)
    const names = namesIn(await contentsOf(join(folder, 'whole')))
    expect([...namesIn(shards)].sort()).toEqual([...names].sort())
  })

  it('writes the same bytes every time', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 20 })
    const words = ['--to', 'conll', '--shard-size', '1kB', '--cabinet', 'all']
    for (const out of ['a', 'b']) await convert(root, join(folder, out), ...words)
    expect(await contentsOf(join(folder, 'a'))).toEqual(await contentsOf(join(folder, 'b')))
  })

  it('changes one shard when one document is added', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 60 })
    const words = ['--to', 'native', '--shard-size', '2kB']
    await convert(root, join(folder, 'before'), ...words)
    await writeFile(join(root, 'REVIEW', 'neu.txt.tsv'), textOf(7))
    await convert(root, join(folder, 'after'), ...words)
    const before = await contentsOf(join(folder, 'before'))
    const after = await contentsOf(join(folder, 'after'))
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const changed = Object.keys(after).filter((name) => after[name] !== before[name])
    expect(changed.filter((name) => name !== notePath)).toHaveLength(1)
  })

  it('keeps the copies of a document together, so that they can be merged', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 30 })
    const words = ['--to', 'native', '--merge', 'majority']
    const whole = await convert(root, join(folder, 'whole'), ...words)
    const cut = await convert(root, join(folder, 'cut'), ...words, '--shard-size', '1kB')
    expect(cut).toMatchObject({ code: 0, documents: 10 })
    const { entries: _, ...sums } = whole.steps[0].ledger
    expect(cut.steps[0]).toMatchObject({ step: 'merge', ledger: sums })
    expect([...namesIn(await contentsOf(join(folder, 'cut')))].sort()).toEqual(
      [...namesIn(await contentsOf(join(folder, 'whole')))].sort(),
    )
  })

  it('divides documents as it does without shards', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 30 })
    const words = ['--to', 'conll', '--split', 'train=0.7,test=0.3']
    const lock = (name: string) => ['--split-lock', join(folder, `${name}.lock.json`)]
    const whole = await convert(root, join(folder, 'whole'), ...words, ...lock('whole'))
    const size = ['--shard-size', '1kB']
    const cut = await convert(root, join(folder, 'cut'), ...words, ...size, ...lock('cut'))
    expect(cut.splits).toEqual(whole.splits)
    const locks = await contentsOf(folder)
    expect(locks['cut.lock.json']).toBe(locks['whole.lock.json'])
    const shards = await contentsOf(join(folder, 'cut'))
    expect(Object.keys(shards)).toContainEqual(expect.stringMatching(/^test-\d{5}-of-\d{5}\.conll/))
  })

  it('can be read again as one file can', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 20 })
    const cut = join(folder, 'cut')
    await convert(root, cut, '--to', 'native', '--shard-size', '1kB')
    const again = await convert(cut, join(folder, 'again'), '--to', 'native')
    expect(again).toMatchObject({ code: 0, documents: 20, diagnostics: [] })
  })

  it('says why there can be none', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 3 })
    const size = ['--shard-size', '1kB']
    const refusals = [
      [['--to', 'spacy', ...size], 'is written in one go'],
      [['--to', 'spacy', ...size, '--deduplicate'], 'is written in one go'],
      [['--to', 'conll', ...size, '--option', 'files=document'], 'is written in one go'],
      [['--to', 'native', '--shard-size', 'big'], 'expected a size such as 64MB'],
    ] as const
    for (const [words, why] of refusals) {
      const { code, stderr } = await convert(root, join(folder, 'out'), ...words)
      expect(code).toBe(2)
      expect(stderr).toContain(why)
    }
  })

  it('writes nothing when losses are refused', async () => {
    const folder = await temporaryFolder()
    const root = await manyDocuments(folder, { documents: 3 })
    await writeFile(join(root, 'REVIEW', 'neu.txt.tsv'), 'Beet\tB-Ort\tB-Pflanze\n\n')
    const words = ['--to', 'conll', '--shard-size', '100', '--no-loss']
    const { code, written, refused } = await convert(root, join(folder, 'out'), ...words)
    expect({ code, written }).toEqual({ code: 3, written: false })
    expect(refused).toMatchObject([{ code: 'conll/overlap' }])
    expect(Object.keys(await contentsOf(folder)).every((name) => name.startsWith('Garten'))).toBe(
      true,
    )
  })
})

describe('convert, range by range', () => {
  it('writes one file as if it had been read in one go', async () => {
    const folder = await temporaryFolder()
    // Above the size of two ranges.
    const root = await manyDocuments(folder, { documents: 4, rows: 40_000 })
    const conll = await convert(root, join(folder, 'conll'), '--to', 'conll')
    expect(conll).toMatchObject({ code: 0, documents: 4, files: [{ path: 'train.conll' }] })
    const text = (await contentsOf(join(folder, 'conll')))['train.conll'] ?? ''
    const whole = Array.from({ length: 4 }, (_, number) => textOf(number, 40_000)).join('')
    expect(text === Buffer.from(whole.replaceAll('\t', ' ')).toString('latin1')).toBe(true)
  })
})
