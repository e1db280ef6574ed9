import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch, openSample, picture, show, visit } from './browser.ts'
import { manyFiles, zipped } from './fixture-zip.ts'

describe.skipIf(!hasBrowser)('exploring in the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('shows the whole export in numbers that lead to the documents behind them', async () => {
    const visited = await visit(browser)
    const { page, complaints } = visited
    await openSample(visited)
    await show(visited, 'Overview')
    await page.getByLabel('Whose copy').selectOption('all')
    const figures = page.getByRole('list', { name: 'In numbers' })
    await expect.poll(() => figures.getByRole('link').first().textContent()).toBe('29 documents')
    await figures.getByRole('link', { name: 'in conflict' }).click()
    const table = page.getByRole('table').last()
    // Three documents of the review are in conflict; the table says so, and so does the address.
    await expect.poll(() => table.locator('tbody tr').count()).toBe(3)
    expect(page.url()).toContain('holds=conflict')
    await page.goBack()
    // The head counts as a row.
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('30')
    await table.getByRole('button', { name: 'Spans' }).click()
    const first = table.locator('tbody tr').first()
    await expect.poll(() => first.textContent()).toContain('fern-house.txt')
    await expect
      .poll(() => table.locator('th[aria-sort=descending]').textContent())
      .toContain('Spans')
    await picture(visited, 'overview')
    expect(complaints).toEqual([])
  })

  it('turns names into numbers and back, everywhere', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    await show(visited, 'Overview')
    await page.getByLabel('Whose copy').selectOption('all')
    const people = page.getByRole('region', { name: 'People' })
    await expect.poll(() => people.textContent()).toMatch(/Ivy[\s\S]*Moss/)
    await page.getByLabel('Pseudonyms').check()
    await people.getByText('Labeler 1').waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/Ivy|Moss|Head Gardener/)
    await show(visited, 'Documents')
    await page.getByRole('radio', { name: 'Labeler 2' }).waitFor()
    await page.locator('.text-row').first().waitFor()
    expect(await page.locator('.workspace').textContent()).not.toMatch(/Ivy|Moss|Head Gardener/)
  })

  it('keeps place and address together through back, forward and a reload', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: 'حديقة الورد.txt' }).waitFor()
    await show(visited, 'Convert')
    await page.goBack()
    await page.getByRole('heading', { name: 'حديقة الورد.txt' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
    await page.goForward()
    await page.reload()
    await page.getByRole('heading', { name: 'حديقة الورد.txt' }).waitFor()
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    expect(decodeURI(page.url())).not.toContain('الورد')
  })

  it('compares copies, and leads from a disagreement to its place in both', async () => {
    const visited = await visit(browser)
    const { page, complaints } = visited
    await openSample(visited)
    await show(visited, 'Compare')
    const pairs = page.getByRole('region', { name: 'By pair' })
    // Ivy and Moss hold 60 spans that nobody rejected, of which 24 pairs are alike: 2 * 24 / 60.
    await pairs.getByText('0.80').waitFor()
    await page.locator('.disagreements button', { hasText: 'tree fern by the north door' }).click()
    await page.locator('.chip.looked-at', { hasText: 'Place' }).waitFor()
    await expect
      .poll(() => page.locator('.beside-table thead th').allInnerTexts())
      .toEqual(['A Ivy', 'B Moss'])
    await picture(visited, 'compare')
    await page.keyboard.press('n')
    await page.locator('.chip.looked-at', { hasText: 'Complaint' }).waitFor()
    await page.getByLabel('In one text').check()
    await page.locator('.chip.looked-at .chip-copy', { hasText: 'A' }).waitFor()
    await picture(visited, 'compare-layer')
    await page.goBack()
    await page.getByText('2 / 12').waitFor()
    expect(complaints).toEqual([])
  })

  it('leads from a loss to its place', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    await show(visited, 'Convert')
    await page.locator('input[value=conll]').check()
    const loss = page
      .locator('.losses > li', { hasText: 'dropped' })
      .filter({ hasText: 'span' })
      .first()
    await loss.getByText('Where').click()
    await loss.getByRole('link').first().click()
    await page.locator('.document .chip.active').first().waitFor()
    await expect.poll(() => page.locator('.details .card').count()).toBe(1)
  })

  it('can be used by keys alone, and says which', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await picture(visited, 'keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const focusedLabel = () => page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('l')
    await expect.poll(() => focusedLabel()).toBe('When')
    await page.keyboard.press('n')
    await expect.poll(() => focusedLabel()).toMatch(/^When.*rejected/)
    await page.keyboard.press('h')
    await expect.poll(() => focusedLabel()).toBe('When')
    await page.keyboard.press('1')
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('alpine')
    await page.getByText('1 of 9 documents').waitFor()
  })

  it('keeps a table of thousands of documents short', async () => {
    const visited = await visit(browser)
    const { page } = visited
    const file = await zipped('many.zip', manyFiles(3000))
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.locator('.reading').waitFor({ state: 'detached' })
    await show(visited, 'Overview')
    const rows = page.locator('.document-table tbody tr:not(.spacer)')
    expect(await rows.count()).toBeLessThan(60)
    await page.locator('.document-table').evaluate((table) => table.scrollTo(0, 1e9))
    await rows.getByRole('link', { name: 'note-2999.txt', exact: true }).waitFor()
    expect(await rows.count()).toBeLessThan(60)
  })

  it('names every control, and has one main part and a heading in every view', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    for (const part of ['Overview', 'Documents', 'Compare', 'Convert', 'Problems'] as const) {
      await show(visited, part)
      await page.locator('main h2').first().waitFor()
      const unnamed = await page.evaluate(() => {
        const nameOf = (element: Element): string => {
          const labels =
            element instanceof HTMLInputElement || element instanceof HTMLSelectElement
              ? [...(element.labels ?? [])].map((label) => label.textContent)
              : []
          return [element.getAttribute('aria-label'), element.textContent, ...labels]
            .join('')
            .trim()
        }
        return [...document.querySelectorAll('a, button, input, select')]
          .filter((element) => nameOf(element) === '')
          .map((element) => element.outerHTML.slice(0, 120))
      })
      expect(unnamed, part).toEqual([])
      expect(await page.getByRole('main').count(), part).toBe(1)
      const ids = await page.evaluate(() =>
        [...document.querySelectorAll('[id]')].map(({ id }) => id),
      )
      expect(new Set(ids).size, part).toBe(ids.length)
    }
  })

  it('opens without a network from the second visit on, and keeps nothing but its own files', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.context().setOffline(true)
    await page.reload()
    await openSample(visited)
    const kept = await page.evaluate(async () => {
      const caches = await globalThis.caches.keys()
      const files = await Promise.all(
        caches.map(async (name) => (await globalThis.caches.open(name)).keys()),
      )
      return files.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept).toContain('/index.html')
    expect(
      kept.filter((path) => !/^\/(assets\/|index\.html|icon\.svg|manifest)/.test(path)),
    ).toEqual([])
  })
})
