import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../src/printable.ts'
import { herbarium, herbariumCopy, notUtf8 } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'
import { zipOf } from './zip.ts'

async function inspected(...words: readonly string[]) {
  const { code, stdout, stderr } = await labelport(['inspect', ...words, '--json'])
  return { code, stderr, ...JSON.parse(stdout) }
}

describe('inspect', () => {
  it('counts REVIEW when nothing else is asked for', async () => {
    const { code, totals, cabinets, projects, labels } = await inspected(herbarium)
    expect(code).toBe(0)
    expect(totals).toMatchObject({ documents: 2, rows: 3, tokens: 9, spans: 4, comments: 0 })
    expect(cabinets).toMatchObject([{ role: 'review', folder: 'REVIEW', totals: { documents: 2 } }])
    expect(projects).toMatchObject([{ id: 'N2E4MjNlYTc', name: 'Kräutergarten' }])
    expect(labels).toMatchObject([
      { type: 'span', label: 'Ort', count: 1 },
      { type: 'span', label: 'Pflanze', count: 3 },
    ])
  })

  it('takes the zips in a folder as exports of their own, beside its other files', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, '2026'))
    await writeFile(join(folder, '2026', 'export.zip'), await zipOf(herbarium))
    await writeFile(join(folder, 'again.zip'), await zipOf(herbarium))
    const zips = await inspected(folder)
    expect(zips.totals.documents).toBe(4)
    expect(zips.diagnostics).toEqual([])
    await writeFile(join(folder, 'note.txt.tsv'), 'Farn\tB-Pflanze\n')
    expect((await inspected(folder)).totals.documents).toBe(5)
  })

  it('counts every copy for itself and all together', async () => {
    const { totals, cabinets } = await inspected(herbarium, '--cabinet', 'all')
    expect(totals).toMatchObject({ documents: 5, spans: 8 })
    expect(totals.roles).toEqual({ review: 2, labeler: 2, root: 1, none: 0 })
    const spans = cabinets.map((one: { folder: string; totals: { spans: number } }) => [
      one.folder,
      one.totals.spans,
    ])
    expect(Object.fromEntries(spans)).toEqual({
      REVIEW: 4,
      'ROOT-owner_example_org': 0,
      'DOCUMENT-ann_example_org': 2,
      'DOCUMENT-bo_example_org': 2,
    })
  })

  it.each(['ann@example.org', 'Ann Ähre', 'DOCUMENT-ann_example_org', 'ann_example_org'])(
    'finds one labeler as %s',
    async (who) => {
      const { cabinets } = await inspected(herbarium, '--cabinet', who)
      expect(cabinets).toMatchObject([{ role: 'labeler', folder: 'DOCUMENT-ann_example_org' }])
    },
  )

  it('sees the same in a zip as in the folder it was packed from', async () => {
    const zip = join(await temporaryFolder(), 'export.zip')
    await writeFile(zip, await zipOf(herbarium))
    const packed = await inspected(zip, '--cabinet', 'all')
    const unpacked = await inspected(herbarium, '--cabinet', 'all')
    expect(packed.totals).toEqual(unpacked.totals)
    expect(packed.labels).toEqual(unpacked.labels)
    expect(packed.projects).toEqual(unpacked.projects)
  })

  it('knows a zip by its first bytes when its name says nothing', async () => {
    const file = join(await temporaryFolder(), 'download')
    await writeFile(file, await zipOf(herbarium))
    expect((await inspected(file)).totals.documents).toBe(2)
  })

  it('takes single files and several inputs together', async () => {
    const review = join(herbarium, 'REVIEW')
    const files = ['salbei.txt.tsv', 'wermut.txt.tsv'].map((name) => join(review, name))
    const { totals } = await inspected(...files)
    expect(totals).toMatchObject({ documents: 2, spans: 4, roles: { none: 2 } })
  })

  it('names the copies there are when the choice left nothing', async () => {
    const { code, diagnostics } = await inspected(herbarium, '--cabinet', 'zoe@example.org')
    expect(code).toBe(0)
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'cli/nothing-selected' }])
    expect(diagnostics[0].message).toContain('DOCUMENT-ann_example_org')
  })

  it('shows a table for people, within 80 columns and without colours', async () => {
    const { code, stdout, stderr } = await labelport(['inspect', herbarium, '--cabinet', 'all'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Kräutergarten')
    expect(stdout).toMatch(/DOCUMENT-ann_example_org +1 +2 +6 +2/)
    expect(stdout).toMatch(/all together +5/)
    expect(stdout).toMatch(/Pflanze .*span +6/)
    expect(stdout).not.toContain('\x1b')
    for (const line of stdout.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80)
  })

  it('reads the rest of an export with a broken file, and ends with exit code 1', async () => {
    const folder = await herbariumCopy()
    await writeFile(join(folder, 'REVIEW', 'broken.txt.tsv'), notUtf8)
    const { code, totals, diagnostics } = await inspected(folder, '--from', 'tsv-iob')
    expect(code).toBe(1)
    expect(totals.documents).toBe(2)
    expect(diagnostics).toMatchObject([{ severity: 'error' }])
    expect(diagnostics[0].place.path).toContain('REVIEW/broken.txt.tsv')
  })

  it('shows hostile names without obeying them', async () => {
    const folder = await herbariumCopy()
    const review = join(folder, 'REVIEW')
    await rename(review, join(folder, 'REVIEW\x1b]0;owned\x07'))
    await mkdir(review)
    await writeFile(join(review, 'a\x1b[2Jb.tsv'), notUtf8)
    const { stdout, stderr } = await labelport([
      'inspect',
      folder,
      '--cabinet',
      'all',
      '--from',
      'tsv-iob',
    ])
    expect(stdout + stderr).not.toContain('\x1b')
    expect(stdout + stderr).not.toContain('\x07')
    expect(stderr).toContain('a\\x1b[2Jb.tsv')
  })

  it('says which file is missing', async () => {
    const { code, stderr } = await labelport(['inspect', 'nowhere.zip'])
    expect(code).toBe(1)
    expect(stderr).toContain('nowhere.zip')
  })

  it('stops when it is asked to, with the exit code of a stopped program', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    const { code, stdout } = await labelport(['inspect', herbarium], { signal })
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
  })
})
