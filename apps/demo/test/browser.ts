import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty when none was found. */
    chromium: string
    demoUrl: string
    /** How many files the page loads while nobody waits. */
    laterFiles: number
    /** Where the export lies that the server hands over. */
    exportPath: string
  }
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Whether there is a browser to test with. */
export const hasBrowser = inject('chromium') !== ''

/** Starts the browser. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromium'), args })
}

/** The page in a fresh window, with everything it asks the network for and everything it complains about. */
export interface Visit {
  readonly page: Page
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

/** How the page is opened. */
export interface VisitOptions extends BrowserContextOptions {
  /** With its question mark. */
  readonly query?: string
  /** Runs in the page before its own scripts. */
  readonly init?: () => void
}

/** Opens the page and waits until its worker is ready. */
export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { query = '', init, ...window } = options
  const context = await browser.newContext({ acceptDownloads: true, ...window })
  const page = await context.newPage()
  if (init !== undefined) await page.addInitScript(init)
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const loaded = new Set<string>()
  page.on('requestfinished', (request) => loaded.add(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(inject('demoUrl') + query)
  await page
    .getByText(/It reads .*DATASAUR_SCHEMA|\d+ \/ \d+/)
    .first()
    .waitFor()
  await expect
    .poll(() => [...loaded].filter((url) => /\/later-/.test(url)).length)
    .toBe(inject('laterFiles'))
  return { page, requests, complaints }
}

/** Opens the built-in sample, and waits until its first document is there. */
export async function openSample({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Look at the sample' }).click()
  await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
  await page.locator('.reading').waitFor({ state: 'detached' })
  await page.locator('.text-row').first().waitFor()
}

/** Shows one of the parts of the page. */
export async function show(
  { page }: Visit,
  part: 'Overview' | 'Documents' | 'Compare' | 'Convert' | 'Problems',
) {
  const parts = page.getByRole('navigation', { name: 'Parts of the page' })
  await parts.getByRole('button', { name: part }).click()
}

/** Keeps a picture for people to look at. */
export async function picture({ page }: Visit, name: string): Promise<void> {
  mkdirSync('.artifacts/demo', { recursive: true })
  await page.screenshot({ path: `.artifacts/demo/${name}.png` })
}
