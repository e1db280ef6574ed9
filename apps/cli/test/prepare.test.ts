import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { herbarium } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'

/** Converts the herbarium in a folder of its own and tells what came of it. */
async function convert(folder: string, ...words: readonly string[]) {
  const command = ['convert', herbarium, '--out', 'data', '--overwrite', ...words, '--json']
  const { code, stdout, stderr } = await labelport(command, { cwd: folder })
  return { code, stderr, ...JSON.parse(stdout === '' ? '{}' : stdout) }
}

const card = (folder: string) => readFile(join(folder, 'data', 'README.md'), 'utf8')
const tokens = (folder: string, split: string) =>
  readFile(join(folder, 'data', `${split}.conll`), 'utf8')

describe('convert --merge', () => {
  it('takes the copies of the labelers and writes what most of them said', async () => {
    const folder = await temporaryFolder()
    const { code, documents, steps } = await convert(folder, '--to', 'conll', '--merge', 'majority')
    expect({ code, documents }).toEqual({ code: 0, documents: 1 })
    expect(await tokens(folder, 'train')).toBe(
      'Salbei B-Pflanze\nwächst O\nhier O\n🌿 O\n\nMoos O\nauch O\n\n',
    )
    expect(steps[0]).toMatchObject({ step: 'merge', ledger: { source: { cell: 4, span: 4 } } })
    await convert(folder, '--to', 'conll', '--merge', 'union')
    expect(await tokens(folder, 'train')).toContain('hier B-Ort\n🌿 O\n\nMoos B-Pflanze')
  })

  it('prints the account of the merge with that of the conversion, and tells the card', async () => {
    const folder = await temporaryFolder()
    const words = [
      'convert',
      herbarium,
      '--to',
      'huggingface',
      '--out',
      'data',
      '--merge',
      'majority',
    ]
    const { stdout } = await labelport(words, { cwd: folder })
    expect(stdout).toContain('Before writing, merge:')
    expect(stdout).toContain('engine/merge-outvoted')
    expect(await card(folder)).toContain('more than half of the labelers said it')
  })

  it('refuses a rule it does not know', async () => {
    const { code, stderr } = await convert(await temporaryFolder(), '--to', 'conll', '--merge', 'x')
    expect(code).toBe(2)
    expect(stderr).toContain('majority, union, intersection')
  })
})

const locked = ['--split', 'a=1,b=1', '--split-lock', 'splits.lock.json']

describe('convert --split', () => {
  it('surveys the documents, lists leaks, and keeps its lock with near-duplicates and strata', async () => {
    const folder = await temporaryFolder()
    const words = ['--to', 'conll', ...locked, '--near-duplicates', '0.8', '--stratify', 'label']
    const { code, splits, leaks } = await convert(folder, ...words)
    expect(code).toBe(0)
    expect(splits.a + splits.b).toBe(2)
    expect(leaks).toEqual([])
    const lock = JSON.parse(await readFile(join(folder, 'splits.lock.json'), 'utf8'))
    expect(Object.keys(lock.signatures)).toHaveLength(2)
    const again = await convert(folder, ...words)
    expect(again.splits).toEqual(splits)
  })

  it('divides the documents, and the same way again', async () => {
    const folder = await temporaryFolder()
    const words = ['--to', 'conll', '--split', 'a=1,b=1', '--split-seed', '3', '--cabinet', 'all']
    const { code, splits } = await convert(folder, ...words)
    expect(code).toBe(0)
    expect(splits.a + splits.b).toBe(4)
    const names = (await readdir(join(folder, 'data'))).sort()
    const again = await convert(folder, ...words)
    expect(again.splits).toEqual(splits)
    expect((await readdir(join(folder, 'data'))).sort()).toEqual(names)
  })

  it('remembers where documents are when the sizes change', async () => {
    const folder = await temporaryFolder()
    const lock = ['--split-lock', 'splits.lock.json']
    const first = await convert(folder, '--to', 'huggingface', '--split', 'a=1,b=1', ...lock)
    expect(first.code).toBe(0)
    const text = await readFile(join(folder, 'splits.lock.json'), 'utf8')
    const after = await convert(folder, '--to', 'huggingface', '--split', 'a=1,b=99', ...lock)
    expect(after.splits).toEqual(first.splits)
    expect(await readFile(join(folder, 'splits.lock.json'), 'utf8')).toBe(text)
    expect(await card(folder)).toContain('A split lock keeps documents where they were put first.')
  })

  it.each([
    [['--to', 'native', '--split', 'a=1'], 'cannot tell splits apart'],
    [['--to', 'conll', '--split', 'a'], '--split'],
    [['--to', 'conll', '--split', 'a=1', '--split-seed', 'x'], '--split-seed'],
    [['--to', 'conll', '--split', 'a=1', '--split-group', 'x'], '--split-group'],
    [['--to', 'conll', '--split-lock', 'x'], '--split-lock needs --split'],
    [['--to', 'conll', '--near-duplicates', '0.8'], '--near-duplicates needs --split'],
    [['--to', 'conll', '--split', 'a=1', '--stratify', 'label'], 'needs --split-lock <file>'],
    [['--to', 'conll', ...locked, '--near-duplicates', '0.2'], 'from 0.5 to 1'],
    [['--to', 'conll', ...locked, '--stratify', 'x'], 'expected label or answer'],
    [['--to', 'conll', '--deduplicate-near', '2'], '--deduplicate-near'],
    [['--to', 'conll', '--window', 'x'], 'no size of a window'],
    [['--to', 'conll', '--window', '5', '--stride', '6'], 'at most 5'],
    [['--to', 'conll', '--stride', '6'], '--stride needs --window'],
    [['--to', 'conll', '--frozen-lock'], '--frozen-lock needs --lock'],
    [['--to', 'conll', '--verdict', 'x'], '--verdict'],
    [['--to', 'conll', '--origin', 'x'], 'labeler, reviewer, auto'],
    [['--to', 'conll', '--since', 'x'], 'no date'],
    [['--to', 'conll', '--rename-label', 'x'], '--rename-label'],
  ])('is refused with %j', async (words, message) => {
    const folder = await temporaryFolder()
    const { code, stderr } = await convert(folder, ...words)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('convert --lock', () => {
  const lockOf = (...names: readonly string[]) =>
    JSON.stringify({ version: 1, text: names.map((name, id) => ({ id, name })), box: [] })

  it('makes the lock, keeps its numbers and adds new classes behind them', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'labels.lock.json')
    await writeFile(path, lockOf('Tier', 'Ort'))
    const { code } = await convert(folder, '--to', 'huggingface', '--lock', 'labels.lock.json')
    expect(code).toBe(0)
    const names = ['Tier', 'Ort', 'Pflanze']
    const { text } = JSON.parse(await readFile(path, 'utf8'))
    expect(text.map(({ name }: { name: string }) => name).slice(0, 3)).toEqual(names)
    const classes = [...(await card(folder)).matchAll(/'\d+': "B-(.*)"/g)].map(([, name]) => name)
    expect(classes).toEqual(text.map(({ name }: { name: string }) => name))
  })

  it('makes a lock that is not there, which then holds when frozen', async () => {
    const folder = await temporaryFolder()
    const words = ['--to', 'huggingface', '--lock', 'new.lock.json']
    expect((await convert(folder, ...words)).code).toBe(0)
    expect((await convert(folder, ...words, '--frozen-lock')).code).toBe(0)
  })

  it('writes nothing when documents contradict the lock', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'labels.lock.json')
    await writeFile(path, lockOf('Tier'))
    const words = ['--to', 'huggingface', '--lock', 'labels.lock.json', '--frozen-lock']
    const { code, diagnostics } = await convert(folder, ...words)
    expect(code).toBe(1)
    expect(diagnostics.map((one: { code: string }) => one.code)).toContain('engine/lock-unknown')
    expect(await readdir(folder)).toEqual(['labels.lock.json'])
    expect(await readFile(path, 'utf8')).toBe(lockOf('Tier'))
  })
})

describe('convert --window', () => {
  it('writes windows and accounts for what was cut and repeated', async () => {
    const folder = await temporaryFolder()
    const words = ['--to', 'conll', '--window', '2 tokens', '--stride', '1']
    const { code, documents, steps } = await convert(folder, ...words)
    expect(code).toBe(0)
    expect(documents).toBeGreaterThan(2)
    const [{ step, ledger, repeated }] = steps
    expect(step).toBe('window')
    expect(ledger.source.span).toBe(ledger.kept.span + ledger.dropped.span)
    expect(repeated.cell).toBeGreaterThan(0)
    const shown = await labelport(['convert', herbarium, '--out', 'text', ...words], {
      cwd: folder,
    })
    expect(shown.stdout).toContain('Handed on more than once')
  })

  it('leaves out documents that are alike', async () => {
    const folder = await temporaryFolder()
    const words = ['--to', 'conll', '--cabinet', 'labelers', '--deduplicate-near', '0.8']
    const { steps, documents } = await convert(folder, ...words)
    expect(steps[0]).toMatchObject({ step: 'deduplicate-near' })
    expect(steps[0].ledger.entries[0].code).toBe('engine/near-duplicate-document')
    expect(documents).toBe(1)
  })
})

describe('filters and names', () => {
  it('are applied and accounted for', async () => {
    const folder = await temporaryFolder()
    const words = ['--label', 'Pflanze', '--rename-label', 'Pflanze=Kraut', '--deduplicate']
    const { steps } = await convert(folder, '--to', 'conll', ...words, '--cabinet', 'labelers')
    expect(steps.map(({ step }: { step: string }) => step)).toEqual([
      'filter',
      'rename',
      'deduplicate',
    ])
    expect(await tokens(folder, 'train')).not.toMatch(/B-(Ort|Pflanze)/)
  })

  it('are rehearsed by plan', async () => {
    const words = ['plan', herbarium, '--to', 'conll', '--merge', 'intersection', '--json']
    const { plans, steps } = JSON.parse((await labelport(words)).stdout)
    expect(steps[0].step).toBe('merge')
    expect(plans[0].ledger.source.span).toBe(1)
  })
})
