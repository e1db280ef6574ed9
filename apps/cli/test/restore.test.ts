import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { herbarium } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'
import { isBuilt, start } from './support/built-program.ts'

const file = 'documents.labelport.jsonl'

/** Converts the herbarium with a residue; `again` restores it. */
async function kept(...words: readonly string[]) {
  const folder = await temporaryFolder()
  const [out, residue] = [join(folder, 'data'), join(folder, 'data.residue.jsonl')]
  const ran = await labelport(['convert', herbarium, '--out', out, '--residue', residue, ...words])
  const again = async () => {
    const target = join(await temporaryFolder(), 'again')
    const done = await labelport(['restore', out, '--residue', residue, '--out', target, '--json'])
    return { ...done, ...JSON.parse(done.stdout), text: await readFile(join(target, file), 'utf8') }
  }
  return { ran, out, residue, again }
}

/** What convert makes of the herbarium without a detour. */
async function original(...words: readonly string[]): Promise<string> {
  const out = join(await temporaryFolder(), 'data')
  await labelport(['convert', herbarium, '--to', 'native', '--out', out, ...words])
  return readFile(join(out, file), 'utf8')
}

describe('restore', () => {
  it.each(['conll-2003', 'plain', 'json', 'csv', 'tsv-iob', 'json-advanced'])(
    'makes the source again, byte for byte, of files in %s and their residue',
    async (id) => {
      const { ran, again } = await kept('--to', id)
      expect(ran.code).toBe(0)
      const { code, text, diagnostics } = await again()
      const told = diagnostics.filter((one: { severity: string }) => one.severity !== 'info')
      expect({ code, told }).toEqual({ code: 0, told: [] })
      expect(text).toBe(await original())
    },
  )

  it('takes over what was edited in the files, and tells what cannot be put together', async () => {
    const { out, again } = await kept('--to', 'conll-2003')
    const [name = ''] = (await readdir(out)).filter((one) => one.startsWith('wermut'))
    const text = await readFile(join(out, name), 'utf8')
    await writeFile(join(out, name), text.replace('Wermut', 'Beifuß'))
    const { code, text: restored, diagnostics } = await again()
    expect(code).toBe(0)
    expect(restored).toContain('Beifuß am Fluß')
    expect(diagnostics).toEqual([])
    await writeFile(join(out, name), text.replaceAll('Fluß', 'Bach'))
    const changed = await again()
    expect(changed.diagnostics).toMatchObject([{ code: 'engine/residue-text-changed' }])
  })

  it('finds the residue inside the folder as well, and tells of a file that is gone', async () => {
    const folder = await temporaryFolder()
    const out = join(folder, 'data')
    const residue = join(folder, 'kept.jsonl')
    await labelport([
      ...[
        'convert',
        herbarium,
        '--to',
        'plain',
        '--out',
        out,
        '--residue',
        residue,
        '--provenance',
      ],
    ])
    const inside = join(out, 'kept.jsonl')
    await writeFile(inside, await readFile(residue))
    const target = join(folder, 'again')
    const words = ['restore', out, '--residue', inside, '--out', target, '--json']
    expect(await labelport(words)).toMatchObject({ code: 0 })
    expect(await readFile(join(target, file), 'utf8')).toBe(await original())
    const alone = join(folder, 'alone')
    await labelport(['restore', join(out, 'salbei.txt'), '--residue', inside, '--out', alone])
    const text = await readFile(join(alone, file), 'utf8')
    expect(text).not.toContain('wermut.txt')
  })
})

describe('restore of shards', () => {
  it('makes the source again of what one run or several parts wrote, the note beside them aside', async () => {
    const folder = await temporaryFolder()
    const residue = join(folder, 'kept.jsonl')
    const words = ['convert', herbarium, '--to', 'native', '--shard-size', '100']
    const out = join(folder, 'whole')
    await labelport([...words, '--residue', residue, '--out', out, '--provenance'])
    const parts = ['1/2', '2/2'].map((part) => [part, join(folder, part.slice(0, 1))] as const)
    for (const [part, to] of parts) await labelport([...words, '--out', to, '--part', part])
    // A part that keeps a residue as well fits to those that do not.
    const [[part, first] = ['', '']] = parts
    const again = join(folder, 'kept-by-a-part.jsonl')
    const more = ['--overwrite', '--residue', again]
    await labelport([...words, '--out', first, '--part', part, ...more])
    const merged = join(folder, 'merged')
    await labelport(['merge-parts', ...parts.map(([, to]) => to), '--out', merged])
    expect(await readFile(again, 'utf8')).toBe(await readFile(residue, 'utf8'))
    const lines = (text: string) => text.split('\n').sort()
    for (const data of [out, merged]) {
      const to = join(folder, 'again')
      const done = await labelport([
        ...['restore', data, '--residue', residue, '--out', to, '--overwrite', '--json'],
      ])
      expect({ code: done.code, ...JSON.parse(done.stdout) }).toMatchObject({
        code: 0,
        diagnostics: [],
      })
      expect(lines(await readFile(join(to, file), 'utf8'))).toEqual(lines(await original()))
    }
  })

  it.skipIf(!isBuilt)('is kept the same with any number of threads', async () => {
    const folder = await temporaryFolder()
    const texts = await Promise.all(
      ['1', '2'].map(async (jobs) => {
        const residue = join(folder, `${jobs}.jsonl`)
        const words = ['--to', 'native', '--jobs', jobs, '--residue', residue]
        const out = join(folder, jobs)
        await start(['convert', herbarium, '--out', out, '--shard-size', '100', ...words]).ended
        return readFile(residue, 'utf8')
      }),
    )
    expect(texts[1]).toBe(texts[0])
  })
})

describe('convert --residue', () => {
  it('writes nothing when losses are refused, and replaces no file unasked', async () => {
    const { ran, residue } = await kept('--to', 'plain', '--no-loss')
    expect(ran.code).toBe(3)
    await expect(stat(residue)).rejects.toThrow('ENOENT')
    await writeFile(residue, 'mine')
    const words = ['convert', herbarium, '--to', 'plain', '--residue', residue]
    const again = await labelport([...words, '--out', `${residue}.data`])
    expect(again).toMatchObject({ code: 1 })
    expect(await readFile(residue, 'utf8')).toBe('mine')
    expect((await readdir(join(residue, '..'))).sort()).toEqual(['data.residue.jsonl'])
  })

  it('refuses formats that cannot be read again', async () => {
    const { ran } = await kept('--to', 'conll')
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('cannot')
  })

  it('refuses a file that is no residue', async () => {
    const out = join(await temporaryFolder(), 'data')
    await labelport(['convert', herbarium, '--to', 'native', '--out', out])
    const words = ['--residue', join(out, file), '--out', join(out, 'again'), '--json']
    const ran = await labelport(['restore', out, ...words])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout).error).toMatchObject({ code: 'engine/bad-residue' })
  })
})
