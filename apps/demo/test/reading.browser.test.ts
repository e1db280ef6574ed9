import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch, openSample, picture, show, visit } from './browser.ts'
import { bomb, hostileFiles, manyFiles, project, zipped } from './fixture-zip.ts'

describe.skipIf(!hasBrowser)('reading in the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('opens the sample and shows overlapping labels with names, verdicts and both ends of arrows', async () => {
    const visited = await visit(browser)
    const { page, complaints } = visited
    await openSample(visited)
    const row = page.locator('.text-row').nth(1)
    await expect
      .poll(() => row.locator('.chip bdi').allTextContents())
      .toEqual(['Praise', 'Place', 'Plant', 'Place'])
    // Three labels lie over these words: three lines are drawn under them, in lanes of their own.
    const words = row.locator('.segment', { hasText: 'tree fern' })
    const lines = await words.evaluate((element) => getComputedStyle(element).backgroundImage)
    expect(lines.match(/linear-gradient/g)).toHaveLength(3)
    await expect
      .poll(() => row.locator('.chip.conflict').getAttribute('class'))
      .toContain('conflict')
    await row.locator('.chip', { hasText: 'Praise' }).hover()
    await page.getByText('agreement of the labelers').waitFor()
    await picture(visited, 'overlap')
    const arrows = page.getByRole('region', { name: 'Arrows' })
    await arrows.getByRole('button').first().hover()
    await page.locator('.arrow-overlay path[marker-end]').waitFor({ state: 'attached' })
    await picture(visited, 'arrow')
    await expect
      .poll(() => arrows.getByRole('button').first().textContent())
      .toMatch(/tree fern[\s\S]*stands in[\s\S]*Fern House/)
    expect(complaints).toEqual([])
  })

  it('carries a label over to the next row and shows rejected ones struck through', async () => {
    const visited = await visit(browser)
    await openSample(visited)
    const { page } = visited
    await expect
      .poll(() => page.locator('.text-row').nth(3).locator('.chip').first().textContent())
      .toMatch(/^↳/)
    const rejected = page.locator('.chip.rejected bdi')
    expect(await rejected.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe(
      'line-through',
    )
  })

  it('sets right-to-left rows from the right and goes through documents with J and K', async () => {
    const visited = await visit(browser)
    await openSample(visited)
    const { page } = visited
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: 'حديقة الورد.txt' }).waitFor()
    const text = page.locator('.labeled-text').first()
    expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    await picture(visited, 'rtl')
    await page.keyboard.press('k')
    await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
  })

  it('reaches a label with the Tab key and tells about it', async () => {
    const visited = await visit(browser)
    await openSample(visited)
    const { page } = visited
    await page.locator('.chip').first().focus()
    await page.keyboard.press('Tab')
    await page.locator('.details .card').first().waitFor()
    await expect.poll(() => page.locator('.details h3').first().textContent()).toBe('When')
    await expect.poll(() => page.locator('.chip.active').count()).toBeGreaterThan(0)
  })

  it('shows a table with the columns of answers marked', async () => {
    const visited = await visit(browser)
    const { page } = visited
    const file = await zipped('survey.zip', project('Survey'))
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.getByRole('heading', { name: 'survey.csv' }).waitFor()
    const headers = page.locator('.table-frame thead th')
    await expect.poll(() => headers.allInnerTexts()).toContain('What did you like?')
    await expect.poll(() => page.locator('.table-frame tbody tr').count()).toBe(6)
    // A CSV does not say which columns hold answers, so a person does.
    await show(visited, 'Problems')
    await page.getByText('Reading options').click()
    await page.locator('#csv-answers').fill('Topic, Stars')
    await page.getByRole('button', { name: 'Read again' }).click()
    await show(visited, 'Documents')
    await page.locator('th.answer', { hasText: 'Stars' }).waitFor()
    await expect.poll(() => page.locator('th.answer').allInnerTexts()).toEqual(['Topic', 'Stars'])
    const second = page.locator('.table-frame tbody tr').nth(1).locator('td.answer')
    await expect.poll(() => second.allInnerTexts()).toEqual(['food;service', '3'])
    await expect.poll(() => page.getByText('Frogs 🐸🐸').count()).toBe(1)
    await picture(visited, 'table')
  })

  it('draws boxes where they lie, with captions and answers, and the image below once it is added', async () => {
    const visited = await visit(browser)
    const { page } = visited
    const file = await zipped('plans.zip', project('Garden plans'))
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.getByRole('heading', { name: 'garden-plan.png' }).waitFor()
    const points = await page.locator('.box polygon').first().getAttribute('points')
    expect(points).toBe('60,70 360,70 360,250 60,250')
    await expect
      .poll(() => page.locator('.box-list').textContent())
      .toMatch(/Roses[\s\S]*loam, pH 6\.5/)
    await expect
      .poll(() => page.getByRole('region', { name: 'Answers about' }).textContent())
      .toContain('planting plan')
    const image = { name: 'garden-plan.png', mimeType: 'image/png', buffer: onePixel }
    await page.locator('.boxes input[type=file]').setInputFiles(image)
    await page.locator('.box-drawing image').waitFor()
    await picture(visited, 'boxes')
  })

  it('opens a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'labelport-'))
    for (const { path, text } of project('Night tour')) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    const { page } = await visit(browser)
    await page.locator('input[webkitdirectory]').setInputFiles(folder)
    await page.getByRole('heading', { name: 'night-tour.wav' }).waitFor()
    await expect
      .poll(() => page.locator('.speaker').allInnerTexts())
      .toEqual(['guide', 'visitor', 'guide', 'visitor'])
    await expect.poll(() => page.locator('.clock').first().textContent()).toBe('0:00.400–0:03.900')
    rmSync(folder, { recursive: true })
  })

  it('opens what is dropped', async () => {
    const { page } = await visit(browser)
    const { buffer, name } = await zipped('notes.zip', project('Visitor notes'))
    const transfer = await page.evaluateHandle(
      ([base64 = '', fileName = '']) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
        const data = new DataTransfer()
        data.items.add(new File([bytes], fileName))
        return data
      },
      [buffer.toString('base64'), name],
    )
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
    await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
  })

  it('names damage with its place and keeps the rest usable', async () => {
    const visited = await visit(browser)
    const { page } = visited
    const files = project('Visitor notes').map(({ path, text }) => ({
      path,
      text: path.includes('REVIEW/alpine') ? text.slice(0, 900) : text,
    }))
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await zipped('hurt.zip', files))
    await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
    await show(visited, 'Problems')
    const problem = page.locator('.diagnostic').first()
    await problem.waitFor()
    await expect
      .poll(() => problem.locator('.place').textContent())
      .toMatch(/REVIEW\/alpine-terrace\.txt\.json/)
    await problem.getByText('What this means').click()
    await expect.poll(() => problem.locator('.explanation').textContent()).toMatch(/What to do: ./)
    await picture(visited, 'problems')
  })

  it('shows documents while the rest is being read, and stops when asked', async () => {
    const { page } = await visit(browser)
    const file = await zipped('many.zip', manyFiles(4000))
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.locator('.document-list li').first().waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.locator('.reading').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'note-0.txt' }).waitFor()
    const filter = await page.getByLabel('Filter by name').getAttribute('placeholder')
    const found = Number(/[\d,]+/.exec(filter ?? '')?.[0].replaceAll(',', ''))
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(4000)
    // A long list is in the page only as far as it is in sight.
    expect(await page.locator('.document-list li').count()).toBeLessThan(60)
  })

  it('says what is wrong with something that is no zip at all', async () => {
    const { page } = await visit(browser)
    const file = { name: 'not.zip', mimeType: 'application/zip', buffer: Buffer.from('<html>') }
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.locator('.diagnostic.error').waitFor()
    await expect
      .poll(() => page.getByText('Nothing of this export could be opened').count())
      .toBe(1)
  })

  it('refuses a zip that grows without measure, and stays usable', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await bomb('bomb.zip'))
    await page.locator('.diagnostic.error').first().waitFor()
    const file = await zipped('notes.zip', project('Visitor notes'))
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
  })

  it('never runs what a file says, whatever names, labels and colours hold', async () => {
    const visited = await visit(browser)
    const { page, requests, complaints } = visited
    const before = requests.length
    const file = await zipped('hostile.zip', hostileFiles())
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.locator('.labeled-text').first().waitFor()
    await page.locator('main h2', { hasText: '<img src=x onerror' }).waitFor()
    await page.locator('.chip', { hasText: '<img src=x' }).first().hover()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    for (const part of ['Overview', 'Compare', 'Convert', 'Problems', 'Documents'] as const) {
      await show(visited, part)
      await page.locator('main').waitFor()
      expect(await page.locator('img, main script, main b img').count()).toBe(0)
    }
    expect(await page.evaluate(() => ['hurt' in globalThis, 'hurt' in {}])).toEqual([false, false])
    expect(requests.slice(before).filter((url) => !url.startsWith('blob:'))).toEqual([])
    expect(complaints).toEqual([])
  })
})

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
