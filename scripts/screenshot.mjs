// Makes docs/demo.png, the picture in the README, from the built page with its sample.
import { statSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from './chromium.mjs'
import { serveDemo } from './serve-demo.mjs'

const picture = 'docs/demo.png'
const limit = 300 * 1024

const executablePath = findChromium()
if (executablePath === undefined) {
  throw new Error('No Chromium was found; LABELPORT_CHROMIUM names one.')
}
await build({ root: 'apps/demo', configFile: 'apps/demo/vite.config.ts', logLevel: 'warn' })
const server = await serveDemo()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({
    viewport: { width: 1360, height: 800 },
    colorScheme: 'light',
  })
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Look at the sample' }).click()
  await page.getByRole('heading', { name: 'fern-house.txt' }).waitFor()
  // With a label pointed at, so that its details and its arrow are in the picture.
  await page.locator('.chip', { hasText: 'Plant' }).first().hover()
  await page.locator('.arrow-overlay path[marker-end]').waitFor({ state: 'attached' })
  await page.screenshot({ path: picture, animations: 'disabled' })
} finally {
  await browser.close()
  await server.close()
}

const { size } = statSync(picture)
console.log(`${picture}: ${Math.round(size / 1024)} KiB`)
if (size > limit) throw new Error(`${picture} is larger than ${limit / 1024} KiB.`)
