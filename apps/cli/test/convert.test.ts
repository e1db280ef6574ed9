import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { herbarium, herbariumCopy, notUtf8 } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'

async function converted(out: string, ...words: readonly string[]) {
  const { code, stdout, stderr } = await labelport([
    'convert',
    herbarium,
    '--out',
    out,
    ...words,
    '--json',
  ])
  return { code, stderr, ...JSON.parse(stdout) }
}

async function documentsIn(file: string): Promise<readonly string[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  return lines
    .map((line) => JSON.parse(line))
    .flatMap(({ type, value }) => (type === 'document' ? [value.name] : []))
}

describe('convert', () => {
  it('writes REVIEW and accounts for every statement', async () => {
    const out = join(await temporaryFolder(), 'data')
    const { code, ledger, files, documents, written } = await converted(out, '--to', 'native')
    expect({ code, documents, written }).toEqual({ code: 0, documents: 2, written: true })
    expect(ledger.source).toMatchObject({ cell: 3, span: 4 })
    expect(ledger.kept).toEqual(ledger.source)
    expect(files).toMatchObject([{ path: 'documents.labelport.jsonl' }])
    const names = await documentsIn(join(out, 'documents.labelport.jsonl'))
    expect(names).toEqual(['salbei.txt', 'wermut.txt'])
  })

  it('writes training data and names what it lost', async () => {
    const out = join(await temporaryFolder(), 'data')
    const { code, stdout } = await labelport(['convert', herbarium, '--to', 'conll', '--out', out])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Wrote 2 documents as /)
    expect(stdout).toMatch(/span +4/)
    expect(await readdir(out)).not.toEqual([])
  })

  it('passes options on to the format', async () => {
    const out = join(await temporaryFolder(), 'data')
    await converted(out, '--to', 'native', '--option', 'file=herbs.jsonl')
    expect(await readdir(out)).toEqual(['herbs.jsonl'])
  })

  it('trap 91: does not touch a folder that is there, unless told to', async () => {
    const out = join(await temporaryFolder(), 'data')
    await converted(out, '--to', 'native')
    const again = await converted(out, '--to', 'native', '--option', 'file=other.jsonl')
    expect(again).toMatchObject({ code: 1, error: { code: 'node/exists' } })
    expect(await readdir(out)).toEqual(['documents.labelport.jsonl'])
    const replaced = await converted(
      out,
      '--to',
      'native',
      '--option',
      'file=b.jsonl',
      '--overwrite',
    )
    expect(replaced.code).toBe(0)
    expect(await readdir(out)).toEqual(['b.jsonl'])
  })

  it('never replaces what it reads, nor the folder one is in', async () => {
    const folder = await herbariumCopy()
    const words = ['convert', folder, '--to', 'native', '--overwrite', '--out']
    for (const [out, cwd] of [
      [folder, tmpdir()],
      [join(folder, '..'), tmpdir()],
      ['.', folder],
      ['..', join(folder, 'REVIEW')],
    ] as const) {
      const { code, stderr } = await labelport([...words, out], { cwd })
      expect(code).toBe(2)
      expect(stderr).toContain('--overwrite would replace')
    }
    expect(await readdir(folder)).toEqual(await readdir(herbarium))
  })

  it('writes nothing when losses are refused, and ends with exit code 3', async () => {
    const folder = await temporaryFolder()
    const out = join(folder, 'data')
    const { code, written, refused } = await converted(out, '--to', 'conll', '--no-loss')
    expect({ code, written }).toEqual({ code: 3, written: false })
    expect(refused.length).toBeGreaterThan(0)
    expect(await readdir(folder)).toEqual([])

    const codes: readonly string[] = refused.map((entry: { code: string }) => entry.code)
    const allowed = await converted(out, '--to', 'conll', '--allow', codes.join(','))
    expect(allowed).toMatchObject({ code: 0, written: true, refused: [] })
  })

  it('accepts --no-loss where nothing is lost', async () => {
    const out = join(await temporaryFolder(), 'data')
    expect(await converted(out, '--to', 'native', '--no-loss')).toMatchObject({ code: 0 })
  })

  it('trap 32: refuses to make ROOT training data', async () => {
    const folder = await temporaryFolder()
    const { code, stderr } = await labelport([
      'convert',
      herbarium,
      '--to',
      'conll',
      '--cabinet',
      'root',
      '--out',
      join(folder, 'data'),
    ])
    expect(code).toBe(1)
    expect(stderr).toContain('engine/root-refused')
    expect(await readdir(folder)).toEqual([])
  })

  it('trap 32: gives ROOT to a format that is asked for it, and leaves it out of "all"', async () => {
    const folder = await temporaryFolder()
    const root = await converted(join(folder, 'root'), '--to', 'native', '--cabinet', 'root')
    expect(root).toMatchObject({ code: 0, documents: 1 })
    expect(root.diagnostics).toMatchObject([{ code: 'engine/root-written' }])
    const all = await converted(join(folder, 'all'), '--to', 'native', '--cabinet', 'all')
    expect(all).toMatchObject({ code: 0, documents: 4 })
    expect(all.diagnostics).toMatchObject([{ code: 'engine/root-left-out' }])
  })

  it('converts the rest of an export with a broken file, and ends with exit code 1', async () => {
    const folder = await herbariumCopy()
    await writeFile(join(folder, 'REVIEW', 'broken.txt.tsv'), notUtf8)
    const out = join(await temporaryFolder(), 'data')
    const words = ['convert', folder, '--to', 'native', '--out', out, '--from', 'tsv-iob', '--json']
    const { code, stdout } = await labelport(words)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ written: true, documents: 2 })
    expect(await documentsIn(join(out, 'documents.labelport.jsonl'))).toHaveLength(2)
  })

  it('trap 91: leaves nothing behind when it is stopped', async () => {
    const folder = await temporaryFolder()
    const controller = new AbortController()
    const words = ['convert', herbarium, '--to', 'native', '--out', join(folder, 'data')]
    const running = labelport(words, { signal: controller.signal })
    controller.abort(new Error('enough'))
    expect((await running).code).toBe(130)
    expect(await readdir(folder)).toEqual([])
  })

  it('trap 68: writes the same bytes every time', async () => {
    const folder = await temporaryFolder()
    const text = async (name: string): Promise<string> => {
      await converted(join(folder, name), '--to', 'native', '--cabinet', 'all')
      return readFile(join(folder, name, 'documents.labelport.jsonl'), 'utf8')
    }
    expect(await text('a')).toBe(await text('b'))
  })

  it('takes labels for files that have none from another export', async () => {
    const folder = await temporaryFolder()
    await converted(join(folder, 'all'), '--to', 'native')
    const schema = join(folder, 'all', 'documents.labelport.jsonl')
    const words = ['inspect', herbarium, '--schema', schema, '--json']
    const { code, stdout } = await labelport(words)
    expect(code).toBe(0)
    expect(JSON.parse(stdout).totals.spans).toBe(4)
  })
})
