import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch, openSample, show, visit } from './browser.ts'
import { openView, views } from './views.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it is, in lines a person can act on. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations: found } = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      readonly axe: { run(): Promise<AxeResults> }
    }
    return await checker.run()
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  )
}

describe.skipIf(!hasBrowser)('the page is usable for everybody', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  for (const colorScheme of ['light', 'dark'] as const) {
    it.each(views)(`axe finds nothing wrong, in ${colorScheme}: $name`, async (view) => {
      const visited = await visit(browser, { colorScheme })
      await openView(visited, view)
      expect(await violations(visited.page)).toEqual([])
      await visited.page.context().close()
    })

    it(`axe finds nothing wrong before anything is open and in the list of keys, in ${colorScheme}`, async () => {
      const visited = await visit(browser, { colorScheme })
      expect(await violations(visited.page)).toEqual([])
      await openSample(visited)
      await visited.page.keyboard.press('?')
      await visited.page.getByRole('dialog', { name: 'Keys' }).waitFor()
      expect(await violations(visited.page)).toEqual([])
      await visited.page.context().close()
    })
  }

  it('axe finds what is wrong', async () => {
    const { page } = await visit(browser)
    await page.evaluate(() => {
      const button = document.createElement('button')
      button.style.cssText = 'inline-size:30px;block-size:30px'
      document.querySelector('main')?.append(button)
    })
    expect((await violations(page)).join()).toContain('button-name')
  })

  it('leads from the start to a download by keys alone', async () => {
    const visited = await visit(browser)
    const { page } = visited
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const tabTo = async (wanted: RegExp) => {
      for (let tries = 0; tries < 200; tries += 1) {
        if (wanted.test(await focused())) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab never reached ${wanted}.`)
    }
    await tabTo(/^Visitor notes/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
    await page.keyboard.press('4')
    await page.getByRole('button', { name: 'Choose Hugging Face data set' }).waitFor()
    // The first of the list of targets is reached with Tab and checked with the space bar.
    for (let tries = 0; tries < 60; tries += 1) {
      const value = await page.evaluate(() => document.activeElement?.getAttribute('value'))
      if (value === 'conll') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Convert and download' }).waitFor()
    const download = page.waitForEvent('download')
    await tabTo(/^Convert and download$/)
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe('conll.zip')
  })

  it('shows where the focus is', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    for (const part of ['Overview', 'Documents', 'Compare', 'Convert', 'Problems'] as const) {
      await show(visited, part)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      const outline = await page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return 'none'
        const shown = element.matches('input') ? (element.closest('.format') ?? element) : element
        return getComputedStyle(shown).outlineStyle
      })
      expect(outline, part).not.toBe('none')
    }
  })

  it('tells screen readers what is drawn: labels with their verdicts, bars with their numbers, times as text', async () => {
    const visited = await visit(browser)
    const { page } = visited
    await openSample(visited)
    const chips = page.locator('.text-row').nth(1).locator('.chip')
    await expect
      .poll(async () => (await chips.allTextContents()).join(' '))
      .toMatch(/Praise.*Place.*Plant/)
    const rejected = page.locator('.chip.rejected').first()
    await expect.poll(() => rejected.textContent()).toMatch(/rejected/)
    await page.getByLabel('Project').selectOption('3')
    // The line itself is a picture; the same times stand beside the rows as text.
    await page.locator('.time-line[aria-hidden=true]').waitFor()
    await expect
      .poll(() => page.locator('.clock').first().textContent())
      .toBe('0:00.400\u20130:03.900')
    await show(visited, 'Overview')
    const bars = page.getByRole('region', { name: /Labels/ }).first()
    await expect.poll(() => bars.textContent()).toMatch(/Place\s*\d+/)
  })
})
