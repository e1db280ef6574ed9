import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convert } from '@labelport/dataset'
import { native } from '@labelport/format-native'
import { emptySchema, type LabeledDocument } from '@labelport/model'
import JSZip from 'jszip'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch, show, visit } from './browser.ts'

const count = 100_000

/** A document of one row and one label. */
function note(index: number): LabeledDocument {
  return {
    id: `note-${index}`,
    name: `note-${index}.txt`,
    tasks: ['token'],
    cells: [{ row: 0, column: 0, text: `Fern ${index} by the pond` }],
    media: [],
    annotations: [
      {
        type: 'span',
        id: 's',
        labelSet: 'garden',
        label: index % 7 === 0 ? 'place' : 'plant',
        target: { cell: 0, start: 0, end: 4 },
        origin: { by: index % 1000 === 0 ? 'conflict' : 'reviewer' },
      },
    ],
    comments: [],
    schema: {
      ...emptySchema,
      labelSets: [
        {
          id: 'garden',
          name: 'Garden',
          appliesTo: 'text',
          labels: [
            { id: 'plant', name: 'Plant' },
            { id: 'place', name: 'Place' },
          ],
        },
      ],
    },
  }
}

async function* notes(from: number, to: number): AsyncGenerator<LabeledDocument> {
  for (let index = from; index < to; index += 1) yield note(index)
}

/** A zip of a hundred files. */
async function manyNotes(): Promise<Buffer> {
  const zip = new JSZip()
  for (let from = 0; from < count; from += count / 100) {
    const chunks: (string | Uint8Array)[] = []
    const { parts } = convert(notes(from, from + count / 100), native, { report() {} })
    for await (const part of parts) if ('chunk' in part) chunks.push(part.chunk)
    zip.file(`notes-${String(from).padStart(6, '0')}.labelport.jsonl`, chunks.join(''))
  }
  return await zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  })
}

/** How many elements the page has. */
function elements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length)
}

describe.skipIf(!hasBrowser)('an export of a hundred thousand documents', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'labelport-'))
  const path = join(folder, 'notes.zip')
  beforeAll(async () => {
    browser = await launch()
    writeFileSync(path, await manyNotes())
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  it('can be looked at while it is read, says how far it is, and stops when asked', async () => {
    const { page } = await visit(browser)
    await page.locator('input[type=file]').first().setInputFiles(path)
    await page.locator('.reading .path', { hasText: /notes-0\d+\.labelport\.jsonl/ }).waitFor()
    await page.getByRole('heading', { name: 'note-0.txt' }).waitFor()
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: 'note-1.txt' }).waitFor()
    await expect.poll(() => page.locator('.reading').count()).toBe(1)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.locator('.reading').waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: 'note-2.txt' }).waitFor()
  })

  it('keeps its table and its list short wherever they are scrolled to, sorted or filtered', async () => {
    const visited = await visit(browser)
    const { page, complaints } = visited
    await page.locator('input[type=file]').first().setInputFiles(path)
    await page.locator('.reading').waitFor({ state: 'attached' })
    await page.locator('.reading').waitFor({ state: 'detached', timeout: 120_000 })
    expect(await elements(page)).toBeLessThan(800)
    await show(visited, 'Overview')
    const frame = page.locator('.document-table')
    const rows = frame.locator('tbody tr:not(.spacer)')
    const names: (string | null)[] = []
    for (let step = 0; step <= 20; step += 1) {
      await frame.evaluate((table, share) => {
        table.scrollTop = share * (table.scrollHeight - table.clientHeight)
      }, step / 20)
      const wanted = Math.round((step / 20) * count)
      await expect
        .poll(async () => {
          const name = (await rows.first().locator('th').textContent()) ?? ''
          return Math.abs(Number(/\d+/.exec(name)?.[0]) - wanted)
        })
        .toBeLessThan(count / 40)
      names.push(await rows.first().textContent())
      expect(await rows.count()).toBeLessThan(60)
      expect(await elements(page)).toBeLessThan(2000)
    }
    expect(new Set(names).size).toBe(21)
    await rows.getByRole('link', { name: `note-${count - 1}.txt`, exact: true }).waitFor()
    await frame.getByRole('button', { name: 'In conflict' }).click()
    await expect.poll(() => rows.first().locator('.counts-conflict').textContent()).toBe('1')
    await page.getByLabel('Filter by name').fill('note-99999')
    await expect.poll(() => rows.count()).toBe(1)
    const figures = page.getByRole('list', { name: 'In numbers' })
    await expect.poll(() => figures.textContent()).toMatch(/100,000 documents.*100 in conflict/)
    const measures = await page.evaluate(() =>
      performance.getEntriesByType('measure').map(({ name }) => name),
    )
    expect(measures.sort()).toEqual(['first-document', 'full-overview'])
    expect(complaints).toEqual([])
  }, 180_000)
})
