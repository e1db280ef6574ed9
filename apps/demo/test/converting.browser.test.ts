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
    await expect.poll(() => page.locator('.ledger').textContent()).toBe(planned)
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

  it('ranks targets before one is chosen, names the option that saves, and takes it at a click', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    await show(visited, 'Convert')
    const ranking = page.getByRole('table', { name: 'Targets by what they would lose' })
    await ranking.waitFor()
    await picture(visited, 'ranking')
    await ranking.getByRole('button', { name: 'Choose Hugging Face data set' }).click()
    await page.locator('input[value=conll]').check()
    const conll = page.getByRole('region', { name: 'CoNLL', exact: true })
    const before = await conll.locator('.ledger').first().textContent()
    const remedies = conll.getByRole('list', { name: 'Options that lose less' })
    await picture(visited, 'two-targets')
    await remedies.getByRole('button', { name: 'Take' }).first().click()
    await page.getByText(/labelport convert .*--to conll .*--option /).waitFor()
    await expect.poll(() => conll.locator('.ledger').first().textContent()).not.toBe(before)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Convert and download' }).click(),
    ])
    const zip = await JSZip.loadAsync(readFileSync(await download.path()))
    const folders = new Set(Object.keys(zip.files).map((path) => path.split('/')[0]))
    expect([...folders].sort()).toEqual(['conll', 'huggingface'])
  })

  it('divides, merges and calls people as asked, and tells what that costs before anything is written', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    await show(visited, 'Convert')
    await page.locator('input[value=huggingface]').check()
    await page.getByText('Split, merge, filter, people').click()
    await page.getByLabel('merge', { exact: true }).selectOption('majority')
    await page.locator('#before-split').fill('train=0.5,test=0.5')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Before writing: merge' }).waitFor()
    await page.getByText('--split train=0.5,test=0.5 --merge majority').waitFor()
    await picture(visited, 'preparation')
    await page.locator('#before-split').fill('half')
    await page.keyboard.press('Enter')
    await page.getByText('is no list of splits').waitFor()
  })

  it('writes to a folder where the browser can, beside what is there, and nowhere else', async () => {
    const visited = await visit(browser)
    const { page } = visited
    // The chooser is the system's own; the folder of the page's origin stands in for the one a person would choose.
    await page.evaluate(() => {
      Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() })
    })
    await openSample(visited)
    await show(visited, 'Convert')
    await page.locator('input[value=conll]').check()
    const button = page.getByRole('button', { name: 'Write to a folder' })
    await button.click()
    await page.getByText('Written to').waitFor()
    const listed = await page.locator('.file-list code').allInnerTexts()
    const found = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const texts: Record<string, string> = {}
      const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
        for await (const [name, one] of folder.entries()) {
          if (one.kind === 'file') {
            texts[path + name] = await (await (one as FileSystemFileHandle).getFile()).text()
          } else await walk(one as FileSystemDirectoryHandle, `${path}${name}/`)
        }
      }
      await walk(root, '')
      return texts
    })
    expect(Object.keys(found).sort()).toEqual(listed.map((path) => `conll/${path}`).sort())
    expect(Object.values(found).join('\n')).toMatch(/Fern B-Place\r?\nHouse I-Place/)
    await page.getByLabel('Whose copy').selectOption('labelers')
    await button.click()
    await page.getByText('has something called "conll" already').waitFor()
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
    await page.locator('summary', { hasText: 'Other formats' }).click()
    for (const box of await page.locator('input[name=format]').all()) {
      await box.check()
      await page.locator('.ledger, .convert .nothing, .convert .diagnostic').first().waitFor()
      await box.uncheck()
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
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('another server')
  })
})
