import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { native } from '@labelport/format-native'
import { gallery, writeAll } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { herbarium, herbariumCopy, notUtf8 } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'

describe('plan', () => {
  it('ranks by loss and foretells the very ledger of the conversion', async () => {
    const planned = await labelport(['plan', herbarium, '--to', 'conll,native', '--json'])
    expect(planned.code).toBe(0)
    const { plans } = JSON.parse(planned.stdout)
    expect(plans.map((one: { format: string }) => one.format)).toEqual(['native', 'conll'])
    const out = join(await temporaryFolder(), 'data')
    const words = ['convert', herbarium, '--to', 'conll', '--out', out, '--json']
    expect(plans[1].ledger).toEqual(JSON.parse((await labelport(words)).stdout).ledger)
  })

  it('compares everything there is when nothing is named', async () => {
    const { code, stdout } = await labelport(['plan', herbarium])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^native /m)
    expect(stdout).toMatch(/^huggingface /m)
    expect(stdout).toContain('Features not kept in full')
  })

  it('foretells what convert does with the same flags, and writes no lock', async () => {
    const folder = await temporaryFolder()
    const flags = [
      ...['--merge', 'union', '--window', '2', '--stride', '1', '--lock', 'labels.json'],
      ...['--split', 'a=1,b=1', '--split-lock', 'splits.json', '--near-duplicates', '0.8'],
    ]
    const words = ['plan', herbarium, '--to', 'conll,huggingface', ...flags, '--json']
    const planned = await labelport(words, { cwd: folder })
    expect(planned.code).toBe(0)
    expect(await readdir(folder)).toEqual([])
    const { plans, steps } = JSON.parse(planned.stdout)
    for (const { format, ledger } of plans) {
      const order = ['convert', herbarium, '--to', format, '--out', format, ...flags, '--json']
      const converted = JSON.parse((await labelport(order, { cwd: folder })).stdout)
      expect(ledger).toEqual(converted.ledger)
      expect(steps).toEqual(converted.steps)
    }
    expect(steps.map(({ step }: { step: string }) => step)).toEqual(['merge', 'window'])
    expect(await readdir(folder)).toContain('splits.json')
  })

  it('names the options that lose less, with the numbers the conversion will have', async () => {
    const folder = await temporaryFolder()
    const { files } = await writeAll(native, [gallery['span.overlapping']])
    for (const [path, bytes] of files) await writeFile(join(folder, path), bytes)
    const [path = ''] = files.keys()
    const words = ['plan', path, '--to', 'huggingface']
    const { stdout } = await labelport([...words, '--json'], { cwd: folder })
    const [{ ledger, remedies }] = JSON.parse(stdout).plans
    const spans = remedies.find(({ option }: { option: string }) => option === 'task=spans')
    expect(spans.saves).toContainEqual(expect.objectContaining({ type: 'span', effect: 'dropped' }))
    expect(spans.dropped.span).toBeLessThan(ledger.dropped.span)
    const convert = ['convert', path, '--to', 'huggingface', '--out', 'data', '--json']
    const converted = await labelport([...convert, '--option', 'task=spans'], { cwd: folder })
    const { dropped, changed } = JSON.parse(converted.stdout).ledger
    expect({ dropped, changed }).toEqual({ dropped: spans.dropped, changed: spans.changed })
    const text = await labelport(words, { cwd: folder })
    expect(text.stdout).toContain('--option task=spans saves')
  })

  it('lists what cannot be divided when it is to be divided', async () => {
    const words = ['plan', herbarium, '--to', 'native,conll', '--split', 'a=1,b=1']
    const { code, stdout } = await labelport([...words, '--json'])
    expect(code).toBe(1)
    const { plans, refused } = JSON.parse(stdout)
    expect(plans.map((one: { format: string }) => one.format)).toEqual(['conll'])
    expect(refused).toMatchObject([{ format: 'native', diagnostic: { code: 'engine/no-splits' } }])
    const all = await labelport(['plan', herbarium, '--split', 'a=1,b=1'])
    expect(all.code).toBe(0)
    expect(all.stdout).toContain('cannot tell splits apart')
  })

  it('says so when the choice left nothing to plan with', async () => {
    const words = ['plan', herbarium, '--cabinet', 'zoe@example.org', '--json']
    const { code, stdout } = await labelport(words)
    expect(code).toBe(1)
    const { plans, diagnostics } = JSON.parse(stdout)
    expect(plans).toEqual([])
    expect(diagnostics.map((one: { code: string }) => one.code)).toContain('cli/nothing-selected')
  })

  it('tells what is wrong with the files once, not once for each format', async () => {
    const folder = await herbariumCopy()
    await writeFile(join(folder, 'REVIEW', 'broken.txt.tsv'), notUtf8)
    const words = ['plan', folder, '--to', 'conll,native', '--from', 'tsv-iob', '--json']
    const { code, stdout } = await labelport(words)
    expect(code).toBe(1)
    expect(JSON.parse(stdout).diagnosticCounts.error).toBe(1)
  })
})

describe('validate', () => {
  it('finds nothing wrong with a sound export, in all copies', async () => {
    const { code, stdout } = await labelport(['validate', herbarium])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Read 5 documents: nothing wrong.\n' })
  })

  it('lists every trouble with its place and ends with exit code 1', async () => {
    const folder = await herbariumCopy()
    for (let number = 1; number <= 8; number += 1) {
      const name = `broken-${number}.txt.tsv`
      await writeFile(join(folder, 'ROOT-owner_example_org', name), notUtf8)
    }
    const { code, stdout } = await labelport(['validate', folder, '--from', 'tsv-iob'])
    expect(code).toBe(1)
    for (let number = 1; number <= 8; number += 1) expect(stdout).toContain(`broken-${number}.txt`)
    expect(stdout).toContain('8 errors.')
  })
})

describe('formats', () => {
  it('lists formats and targets', async () => {
    const { stdout } = await labelport(['formats', '--json'])
    const { formats, targets } = JSON.parse(stdout)
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
    expect(ids(formats)).toEqual(expect.arrayContaining(['native', 'tsv-iob', 'csv']))
    expect(ids(targets)).toEqual(expect.arrayContaining(['huggingface', 'conll']))
  })

  it('tells the options of one of them from its declaration', async () => {
    const { stdout } = await labelport(['formats', 'native'])
    expect(stdout).toContain('--option file=<text>')
    expect(stdout).toContain('documents.labelport.jsonl')
  })
})
