import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasBrowser, launch, visit } from './browser.ts'
import {
  differenceFrom,
  fontsOf,
  hasGoldenFonts,
  isSame,
  keepPicture,
  updating,
} from './picture-golden.ts'
import { openView, views } from './views.ts'

const viewport = { width: 1180, height: 760 }

describe.skipIf(!hasBrowser)('the views look as they did', () => {
  let browser: Browser
  let comparable = false
  beforeAll(async () => {
    browser = await launch()
    const page = await browser.newPage()
    await page.goto(inject('demoUrl'))
    comparable = hasGoldenFonts(await fontsOf(page))
    await page.close()
  })
  afterAll(() => browser.close())

  for (const scheme of ['light', 'dark'] as const) {
    it.for(views)(`in ${scheme}: $name`, async (view, { skip }) => {
      const visited = await visit(browser, { viewport, colorScheme: scheme })
      await openView(visited, view)
      const name = `${view.name}-${scheme}`
      const picture = await keepPicture(visited.page, name)
      expect(visited.complaints).toEqual([])
      await visited.page.context().close()
      if (!view.golden) return
      if (!comparable) skip('This machine has other fonts than the committed pictures.')
      expect(differenceFrom(name, picture)).toSatisfy(isSame)
    })
  }

  it('tells a page that looks different', async ({ skip }) => {
    if (!comparable || updating) skip('There is nothing to compare with.')
    const visited = await visit(browser, { viewport, colorScheme: 'light' })
    const [overview] = views
    if (overview === undefined) throw new Error('There is no view.')
    await openView(visited, overview)
    await visited.page.evaluate(() => {
      document.querySelector('.figures')?.remove()
    })
    const picture = await keepPicture(visited.page, 'overview-hurt')
    expect(differenceFrom('overview-light', picture)).not.toSatisfy(isSame)
  })
})
