import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch, show, visit } from './browser.ts'
import { openView, views } from './views.ts'

const kept = '.artifacts/demo/print'

describe.skipIf(!hasBrowser)('printing', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it.each(
    views.filter(({ name }) =>
      ['overview', 'text', 'table', 'boxes', 'compare', 'convert'].includes(name),
    ),
  )('leaves away what can only be clicked, and cuts nothing off: $name', async (view) => {
    // Paper is light, whatever the screen is.
    const visited = await visit(browser, { colorScheme: 'dark' })
    const { page } = visited
    await openView(visited, view)
    await page.emulateMedia({ media: 'print' })
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(paper).toBe('rgb(255, 255, 255)')
    const controls = page.locator(
      '.button:visible, nav:not(.copy-tabs):visible, aside:visible, input:visible',
    )
    await expect.poll(() => controls.allInnerTexts()).toEqual([])
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main, main *')]
        .filter((element) => {
          const { overflowY } = getComputedStyle(element)
          const scrolls = overflowY === 'auto' || overflowY === 'scroll'
          return scrolls && element.scrollHeight > element.clientHeight + 1
        })
        .map((element) => element.className),
    )
    expect(cut).toEqual([])
    mkdirSync(kept, { recursive: true })
    const pdf = await page.pdf({ format: 'A4', printBackground: true })
    writeFileSync(`${kept}/${view.name}.pdf`, pdf)
    await page.screenshot({ path: `${kept}/${view.name}.png`, fullPage: true })
    await page.context().close()
  })

  it('prints every row of the table of documents that is shown, not only those in sight', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await page.getByRole('button', { name: 'Look at the sample' }).click()
    await show(visited, 'Overview')
    await page.getByLabel('Whose copy').selectOption('all')
    await page.emulateMedia({ media: 'print' })
    const rows = page.locator('.document-table tbody tr:not(.spacer)')
    await expect.poll(() => rows.count()).toBe(29)
  })
})
