import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'
import { zipOf } from './zip.ts'

const header = 'File,Line,Begin Offset,End Offset,Type\n'

/** An export of offsets with two copies, and the PLAIN export of the same project. */
async function exports() {
  const folder = await temporaryFolder()
  const offsets = join(folder, 'Garten')
  const plain = join(folder, 'Garten als Text')
  for (const [copy, text] of [
    ['REVIEW', 'Im Garten 🌿 blüht Salbei.\n'],
    ['DOCUMENT-ann_example_org', 'Der Salbei im Garten.\n'],
  ] as const) {
    await mkdir(join(offsets, copy), { recursive: true })
    await mkdir(join(plain, copy), { recursive: true })
    const begin = [...text.slice(0, text.indexOf('Salbei'))].length
    const line = `salbei.txt,0,${begin},${begin + 6},Pflanze\n`
    await writeFile(join(offsets, copy, 'salbei.csv'), header + line)
    await writeFile(join(plain, copy, 'salbei.txt'), text)
  }
  const zips = { offsets: `${offsets}.zip`, plain: `${plain}.zip` }
  await writeFile(zips.offsets, await zipOf(offsets))
  await writeFile(zips.plain, await zipOf(plain))
  return { ...zips, plainFolder: plain }
}

async function quotes(...words: readonly string[]) {
  const out = join(await temporaryFolder(), 'data')
  const run = await labelport(['convert', ...words, '--to', 'jsonl', '--out', out, '--json'])
  const { ledger, diagnostics } = JSON.parse(run.stdout)
  return { code: run.code, diagnostics, spans: ledger.source.span }
}

describe('--text', () => {
  it('gives offsets the texts of another export, each copy its own', async () => {
    const { offsets, plain, plainFolder } = await exports()
    for (const text of [plain, plainFolder]) {
      const { stdout, code } = await labelport([
        ...['inspect', offsets, '--text', text, '--cabinet', 'all', '--json'],
      ])
      expect(JSON.parse(stdout).totals).toMatchObject({ documents: 2, spans: 2 })
      expect(code).toBe(0)
    }
    expect(await quotes(offsets, '--text', plain)).toMatchObject({ code: 0, spans: 1 })
  })

  it('is missed where a file has no text', async () => {
    const { offsets } = await exports()
    const { code, diagnostics, spans } = await quotes(offsets)
    expect({ code, spans }).toEqual({ code: 1, spans: 0 })
    expect(diagnostics).toMatchObject([
      { code: 'amazon-comprehend-csv/seen' },
      { code: 'amazon-comprehend-csv/no-text', severity: 'error' },
    ])
  })
})
