import { mkdirSync, readFileSync } from 'node:fs'
import JSZip from 'jszip'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch, visit } from './browser.ts'
import { project, zipped } from './fixture-zip.ts'

const kept = '.artifacts/demo/newcomer'

/** Only what can be read on the page leads on: every step looks for words, and keeps a picture of what it saw. */
function stepping(page: Page) {
  let count = 0
  return async (name: string): Promise<void> => {
    count += 1
    mkdirSync(kept, { recursive: true })
    await page.screenshot({ path: `${kept}/${count}-${name}.png`, animations: 'disabled' })
  }
}

describe.skipIf(!hasBrowser)('somebody who has never seen the page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('drops an export, finds the document labeled worst, and downloads a Hugging Face data set', async () => {
    const { page, complaints } = await visit(browser)
    const see = stepping(page)
    await page.getByText('Drop a zip, a folder or files here').waitFor()
    await see('start')
    const { buffer, name } = await zipped('my-export.zip', project('Visitor notes'))
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
    await page.getByRole('heading', { name: 'my-export.zip' }).waitFor()
    await see('opened')

    await page.getByRole('button', { name: 'Overview' }).click()
    const worst = page.getByRole('region', { name: 'Look here first' })
    await see('overview')
    // Three of ten labels of this note are undecided; no other note has a larger share.
    const first = worst.getByRole('listitem').first()
    await expect
      .poll(() => first.textContent())
      .toMatch(/alpine-terrace\.txt.*3 labels in conflict/)
    await first.getByRole('link').click()
    await page.getByRole('heading', { name: 'alpine-terrace.txt' }).waitFor()
    await expect.poll(() => page.locator('.chip.conflict').count()).toBe(3)
    await page.locator('.chip.conflict').first().hover()
    await page.locator('.details .card').waitFor()
    await see('worst')

    await page.getByRole('button', { name: 'Convert' }).click()
    const choose = page.getByRole('button', { name: 'Choose Hugging Face data set' })
    await choose.waitFor()
    await see('targets')
    await choose.click()
    const convert = page.getByRole('button', { name: 'Convert and download' })
    await page.getByRole('list', { name: 'Options that lose less' }).waitFor()
    await see('cost')
    const [download] = await Promise.all([page.waitForEvent('download'), convert.click()])
    await page.getByText('What became of it').waitFor()
    await see('done')
    expect(download.suggestedFilename()).toBe('huggingface.zip')
    const zip = await JSZip.loadAsync(readFileSync(await download.path()))
    const card = (await zip.file('README.md')?.async('string')) ?? ''
    expect(card).toMatch(/^---\n[\s\S]*configs:/)
    const data = Object.keys(zip.files).filter((path) => /\.(jsonl|parquet)$/.test(path))
    expect(data.length).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })
})
