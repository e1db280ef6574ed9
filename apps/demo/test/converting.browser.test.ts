import { readFileSync, writeFileSync } from 'node:fs'
import JSZip from 'jszip'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasBrowser, launch, openSample, picture, show, visit } from './browser.ts'
import { project, zipped } from './fixture-zip.ts'

describe.skipIf(!hasBrowser)('converting in the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('tells the losses first, then gives a zip whose files hold the labels', async () => {
    const visited = await visit(browser)
    const { page } = visited
    const file = await zipped('notes.zip', project('Visitor notes'))
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
    await show(visited, 'Convert')
    await page.locator('input[value=conll]').check()
    await page.getByText('arrows dropped').waitFor()
    const planned = await page.locator('.ledger').textContent()
    await picture(visited, 'plan')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Convert and download' }).click(),
    ])
    const zip = await JSZip.loadAsync(readFileSync(await download.path()))
    const texts = await Promise.all(Object.values(zip.files).map((entry) => entry.async('string')))
    expect(texts.join('\n')).toMatch(/Fern B-Place\r?\nHouse I-Place/)
    await page.getByRole('heading', { name: 'What became of it' }).waitFor()
    expect(await page.locator('.ledger').textContent()).toBe(planned)
    await picture(visited, 'converted')
  })

  it('makes the fields of the options from what the format says, and the command line from both', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    await show(visited, 'Convert')
    await page.locator('input[value=conll]').check()
    await page.getByLabel('scheme').selectOption('bioes')
    await page.getByText('--option scheme=bioes').waitFor()
    await page.getByLabel('Whose copy').selectOption('labelers')
    await page.getByText('--cabinet labelers').waitFor()
  })

  it('asks the network for nothing once it has loaded, whatever is done', async () => {
    const visited = await visit(browser)
    const { page, requests } = visited
    const loaded = requests.length
    expect(loaded).toBeGreaterThan(2)
    await page.context().setOffline(true)
    await openSample(visited)
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
    for (const index of ['1', '2', '3']) await page.getByLabel('Project').selectOption(index)
    await show(visited, 'Convert')
    for (const radio of await page.getByRole('radio').all()) {
      await radio.check()
      await page.locator('.ledger, .convert .nothing, .convert .diagnostic').first().waitFor()
    }
    await show(visited, 'Problems')
    expect(requests.slice(loaded).filter((url) => !url.startsWith('blob:'))).toEqual([])
  })

  it('may not ask the network even if it wanted to: the page by policy, the worker for want of means', async () => {
    const { page } = await visit(browser)
    const refused = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      )
      await fetch('https://example.org/').catch(() => undefined)
      const image = new Image()
      const failed = new Promise((resolve) => {
        image.onerror = resolve
      })
      image.src = 'https://example.org/x.png'
      await failed
      return violations
    })
    expect(refused).toEqual(['connect-src', 'img-src'])
    const [worker] = page.workers()
    const means = await worker?.evaluate(() => [
      typeof globalThis.fetch,
      typeof globalThis.WebSocket,
      typeof globalThis.XMLHttpRequest,
    ])
    expect(means).toEqual(['undefined', 'undefined', 'undefined'])
  })

  it('opens the export that a local server hands over with the address', async () => {
    const { buffer } = await zipped('export.zip', project('Night tour'))
    writeFileSync(inject('exportPath'), buffer)
    const { page } = await visit(browser, { query: '?export=export.zip' })
    await page.getByRole('heading', { name: 'night-tour.wav' }).waitFor()
  })

  it('opens nothing of another server', async () => {
    const { page } = await visit(browser, { query: '?export=https://example.org/x.zip' })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('another server')
  })
})
