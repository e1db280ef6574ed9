import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch, picture, show, type Visit, visit } from './browser.ts'
import { type ChosenFile, manyFiles, zipped } from './fixture-zip.ts'

/** More than one worker reads at one go, with a damaged file here and there. */
async function largeZip(): Promise<ChosenFile> {
  const files = manyFiles(3000).map(({ path, text }, at) => ({
    path,
    text: at % 500 === 7 ? text.slice(0, 900) : text,
  }))
  return zipped('large.zip', files)
}

async function opened({ page }: Visit, file: ChosenFile): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.locator('.reading').waitFor()
  await page.locator('.reading').waitFor({ state: 'detached', timeout: 60_000 })
}

/** What can be read in the parts of the page. */
async function told(visited: Visit): Promise<readonly string[]> {
  const texts: string[] = []
  for (const part of ['Overview', 'Problems', 'Documents'] as const) {
    await show(visited, part)
    texts.push((await visited.page.locator('main').first().textContent()) ?? '')
  }
  return texts
}

describe.skipIf(!hasBrowser)('a large export in the browser', () => {
  let browser: Browser
  let file: ChosenFile
  beforeAll(async () => {
    browser = await launch()
    file = await largeZip()
  })
  afterAll(() => browser.close())

  it('looks the same whether one worker reads it or three, and asks for no file the page did not have', async () => {
    const alone = await visit(browser, { query: '?workers=1' })
    await opened(alone, file)
    expect(alone.page.workers()).toHaveLength(1)
    const visited = await visit(browser, { query: '?workers=3' })
    const { page, requests, complaints } = visited
    const before = new Set(requests)
    await opened(visited, file)
    expect(page.workers()).toHaveLength(3)
    expect(requests.filter((url) => !before.has(url) && !url.startsWith('blob:'))).toEqual([])
    const texts = await told(visited)
    expect(texts).toEqual(await told(alone))
    expect(texts.join('\n')).toContain('2,994')
    await show(visited, 'Overview')
    await picture(visited, 'several-workers')
    for (const name of ['note-0', 'note-1400', 'note-2999']) {
      await show(visited, 'Documents')
      await page.getByLabel('Filter by name').fill(name)
      await page.locator('.document-list li').first().click()
      await page.getByRole('heading', { name: `${name}.txt` }).waitFor()
      await page.locator('.text-row').first().waitFor()
    }
    // A small one needs no others.
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await zipped('small.zip', manyFiles(2)))
    await page.getByRole('heading', { name: 'note-0.txt' }).waitFor()
    await expect.poll(() => page.workers().length).toBe(1)
    expect(complaints).toEqual([])
  })

  it('is closed, with the reason, when a worker is killed that had read some of it', async () => {
    const visited = await visit(browser, {
      query: '?workers=2',
      init: () => {
        const started: Worker[] = []
        const Started = Worker
        Object.assign(globalThis, {
          started,
          Worker: class extends Started {
            constructor(url: string | URL, options?: WorkerOptions) {
              super(url, options)
              started.push(this)
            }
          },
        })
      },
    })
    const { page } = visited
    await opened(visited, file)
    await page.evaluate(() => Reflect.get(globalThis, 'started')[1].terminate())
    await page.getByText('Drop a zip, a folder or files here').waitFor()
    await page.getByText('it would not be complete').waitFor()
    await picture(visited, 'worker-ended')
    await opened(visited, file)
    await page.getByRole('heading', { name: 'note-0.txt' }).waitFor()
  })

  it('is read by one worker where others cannot start', async () => {
    const visited = await visit(browser, { query: '?workers=3' })
    const { page } = visited
    await page.context().route(/\/assets\/main-/, (route) => route.abort())
    await opened(visited, file)
    await show(visited, 'Overview')
    await page.getByText('2,994 documents').first().waitFor()
  })
})
