import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { herbarium, herbariumCopy } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'
import { contentsOf } from './support/many-documents.ts'
import { zipOf } from './zip.ts'

/** Converts with provenance; returns where it lies and what its lines say. */
async function converted(...words: readonly string[]) {
  const out = join(await temporaryFolder(), 'data')
  const given = words.some((word) => word.endsWith('.zip')) ? words : [herbarium, ...words]
  const ran = await labelport(['convert', ...given, '--out', out, '--provenance', '--json'])
  expect(ran).toMatchObject({ code: 0 })
  const path = join(out, 'provenance.jsonl')
  const text = await readFile(path, 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { files } = JSON.parse(ran.stdout)
  return { out, path, text, lines, files: files.map((file: { path: string }) => file.path) }
}

async function traced(...words: readonly string[]) {
  const { code, stdout, stderr } = await labelport(['trace', ...words, '--json'])
  return { code, stderr, ...JSON.parse(stdout) }
}

describe('convert --provenance in shards', () => {
  const words = ['convert', '--to', 'native', '--shard-size', '200', '--cabinet', 'all']

  it('writes a file beside each shard, whose lines are those of one file', async () => {
    const { lines } = await converted('--to', 'native', '--cabinet', 'all')
    const folder = await temporaryFolder()
    const out = join(folder, 'data')
    const ran = await labelport([...words, herbarium, '--out', out, '--provenance'])
    expect(ran).toMatchObject({ code: 0 })
    const contents = await contentsOf(out)
    const texts = Object.entries(contents)
      .filter(([path]) => /^provenance-\d{5}-of-\d{5}\.jsonl$/.test(path))
      .map(([, text]) => Buffer.from(text, 'latin1').toString())
    expect(texts.length).toBeGreaterThan(1)
    // Each file numbers its documents from 1.
    const unnumbered = (list: readonly { type: string }[]) =>
      list
        .filter(({ type }) => type !== 'provenance')
        .map((line) => JSON.stringify({ ...line, source: 0 }))
        .sort()
    const apart = texts.flatMap((text) => text.trim().split('\n')).map((line) => JSON.parse(line))
    expect(unnumbered(apart)).toEqual(unnumbered(lines))

    const parts = [1, 2].map((number) => join(folder, `part-${number}`))
    for (const [at, part] of parts.entries())
      await labelport([
        ...[...words, herbarium, '--out', part, '--provenance', '--part', `${at + 1}/2`],
      ])
    await labelport(['merge-parts', ...parts, '--out', join(folder, 'merged')])
    expect(await contentsOf(join(folder, 'merged'))).toEqual(contents)
    const again = await labelport([
      ...[...words, herbarium, '--out', out, '--provenance', '--incremental', '--json'],
    ])
    const { shards } = JSON.parse(again.stdout)
    expect(shards.reused).toBe(shards.of)
    expect(await contentsOf(out)).toEqual(contents)
  })

  it('lets labels be traced by the folder', async () => {
    const whole = await converted('--to', 'native', '--cabinet', 'all')
    const out = join(await temporaryFolder(), 'data')
    await labelport([...words, herbarium, '--out', out, '--provenance'])
    for (const id of ['salbei.txt', 'wermut.txt']) {
      const one = await traced(id, '--provenance', whole.path, herbarium)
      const many = await traced(id, '--provenance', out, herbarium)
      const entries = ({ traces }: { traces: readonly { document: { entry: string } }[] }) =>
        traces.map(({ document }) => document.entry).sort()
      expect(many.code).toBe(0)
      expect(entries(many)).toEqual(entries(one))
      expect(entries(many).length).toBeGreaterThan(0)
    }
    const none = await traced('salbei.txt', '--provenance', herbarium)
    expect(none.code).toBe(1)
    expect(none.error.message).toContain('holds no file that convert --provenance wrote')
  })
})

describe('convert --provenance', () => {
  it('has a line for every document and every label, with file, line and person', async () => {
    const { lines, files } = await converted('--to', 'conll', '--cabinet', 'labelers')
    expect(files).toContain('provenance.jsonl')
    const [header, ...rest] = lines
    expect(header).toEqual({
      type: 'provenance',
      version: 1,
      tool: 'labelport 1.2.3',
      people: 'pseudonyms',
    })
    const documents = rest.filter(({ type }) => type === 'document')
    expect(documents).toHaveLength(2)
    expect(documents[0]).toMatchObject({
      source: 1,
      name: 'salbei.txt',
      project: { id: 'N2E4MjNlYTc' },
      copy: 'labeler',
      entry: `DOCUMENT-${documents[0].labeler}/salbei.txt.tsv`,
      index: 0,
      format: 'tsv-iob',
    })
    const spans = rest.filter(({ type }) => type === 'span')
    expect(spans.map(({ source, line, row, label }) => [source, line, row, label])).toEqual([
      [1, 1, 0, 'Pflanze'],
      [1, 3, 0, 'Ort'],
      [2, 1, 0, 'Pflanze'],
      [2, 6, 1, 'Pflanze'],
    ])
    for (const { source, labeler } of spans) expect(labeler).toBe(documents[source - 1].labeler)
  })

  it('names nobody unless asked to, and calls people the same in every run with one key', async () => {
    const key = join(await temporaryFolder(), 'people.key')
    const words = ['--to', 'conll', '--cabinet', 'labelers', '--people-key', key]
    const first = await converted(...words)
    expect(first.text).not.toMatch(/@|ann_example_org|bo_example_org/)
    expect((await stat(key)).mode & 0o777).toBe(0o600)
    expect((await converted(...words)).text).toBe(first.text)
    expect((await converted(...words.slice(0, 4))).text).not.toBe(first.text)
    const named = await converted('--to', 'conll', '--cabinet', 'labelers', '--people', 'names')
    expect(named.lines[1]).toMatchObject({
      labeler: 'ann@example.org',
      entry: 'DOCUMENT-ann_example_org/salbei.txt.tsv',
    })
  })

  it('has a line for each labeler who said what a merge made one of', async () => {
    const { lines } = await converted('--to', 'conll', '--merge', 'majority')
    const documents = lines.filter(({ type }) => type === 'document')
    expect(new Set(documents.map(({ id }) => id))).toEqual(new Set(['salbei.txt.tsv']))
    const spans = lines.filter(({ type }) => type === 'span')
    expect(spans.map(({ id, source, labeler }) => [id, source, labeler])).toEqual([
      ['span-1', 1, documents[0].labeler],
      ['span-1', 2, documents[1].labeler],
    ])
  })

  it('leaves what the format writes as it is', async () => {
    const out = join(await temporaryFolder(), 'data')
    await labelport(['convert', herbarium, '--to', 'native', '--out', out])
    const traced = await converted('--to', 'native')
    const file = 'documents.labelport.jsonl'
    expect(await readFile(join(traced.out, file))).toEqual(await readFile(join(out, file)))
  })

  it('writes none when losses are refused', async () => {
    const out = join(await temporaryFolder(), 'data')
    const words = ['--to', 'conll', '--out', out, '--provenance', '--no-loss']
    const { code } = await labelport(['convert', herbarium, ...words])
    expect(code).toBe(3)
    await expect(stat(out)).rejects.toThrow('ENOENT')
  })

  it('refuses a key where people are called by their names, and other words', async () => {
    const words = ['convert', herbarium, '--to', 'conll', '--out', 'x', '--people']
    expect(await labelport([...words, 'names', '--people-key', 'k'])).toMatchObject({ code: 2 })
    expect(await labelport([...words, 'initials'])).toMatchObject({ code: 2 })
  })
})

describe('trace', () => {
  it('goes back to the line of a file and shows what stands there', async () => {
    const { path } = await converted('--to', 'conll')
    const ran = await traced('REVIEW/wermut.txt.tsv:0', herbarium, '--provenance', path)
    expect(ran.code).toBe(0)
    const [first, second] = ran.traces
    expect(first).toMatchObject({
      statement: { type: 'span', label: 'Pflanze', line: 1 },
      document: { entry: 'REVIEW/wermut.txt.tsv' },
      entry: 'same',
      quote: { text: 'Wermut am', same: true },
      there: 'Wermut\tB-Pflanze',
    })
    expect(second).toMatchObject({ quote: { text: 'am Fluß' }, there: 'am\tI-Pflanze\tB-Ort' })
  })

  it('finds a labeler’s file behind its pseudonym, also in the zip of the folder', async () => {
    const { path } = await converted('--to', 'conll', '--cabinet', 'labelers')
    const zip = join(await temporaryFolder(), 'herbarium.zip')
    await writeFile(zip, await zipOf(herbarium))
    for (const input of [herbarium, zip]) {
      const ran = await traced('span-2', input, '--provenance', path)
      expect(ran.code).toBe(0)
      expect(ran.traces.map(({ quote }: { quote: { text: string } }) => quote.text)).toEqual([
        'hier',
        'Moos',
      ])
    }
  })

  it('says when the file has changed, and when it is gone', async () => {
    const { path } = await converted('--to', 'conll')
    const copy = await herbariumCopy()
    await writeFile(join(copy, 'REVIEW/wermut.txt.tsv'), 'Beifuß\tB-Pflanze\n')
    const changed = await traced('REVIEW/wermut.txt.tsv/span-1', copy, '--provenance', path)
    expect(changed.code).toBe(1)
    expect(changed.traces).toMatchObject([
      { entry: 'changed', quote: { text: 'Beifuß', same: false } },
    ])
    const other = join(copy, 'DOCUMENT-ann_example_org')
    const gone = await traced('wermut.txt', other, '--provenance', path)
    expect(gone).toMatchObject({ code: 1, traces: [{ entry: 'missing' }] })
  })

  it('tells people the same, without the export as well', async () => {
    const { path } = await converted('--to', 'conll')
    const { stdout } = await labelport(['trace', 'wermut.txt', '--provenance', path])
    expect(stdout).toMatch(/^document {2}wermut\.txt \(REVIEW\/wermut\.txt\.tsv\)$/m)
    expect(stdout).toMatch(/^copy {6}review$/m)
    const words = ['REVIEW/wermut.txt.tsv/span-2', herbarium, '--provenance', path]
    const shown = await labelport(['trace', ...words])
    expect(shown.stdout).toMatch(/^label {5}Ort \(span span-2\)$/m)
    expect(shown.stdout).toMatch(/^file {6}REVIEW\/wermut\.txt\.tsv:2$/m)
    expect(shown.stdout).toMatch(/^text {6}am Fluß$/m)
  })

  it('goes back to the document for a row that nobody said anything about', async () => {
    const { path, lines } = await converted('--to', 'conll')
    const { id } = lines[1]
    const { traces } = await traced(`${id}:999`, '--provenance', path)
    expect(traces).toMatchObject([{ type: 'document', document: { id } }])
    expect((await labelport(['trace', `${id}:x`, '--provenance', path])).code).toBe(1)
  })

  it('fails for an id it does not know and for a file of another kind', async () => {
    const { path } = await converted('--to', 'conll')
    expect(await labelport(['trace', 'nobody', '--provenance', path])).toMatchObject({ code: 1 })
    const other = join(herbarium, 'project-data.json')
    const { code, stderr } = await labelport(['trace', 'a', '--provenance', other])
    expect(code).toBe(1)
    expect(stderr).toContain('is no file that convert --provenance wrote')
  })
})
