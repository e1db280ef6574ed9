import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findChromium } from '../../../scripts/chromium.mjs'
import { serveDemo } from '../../../scripts/serve-demo.mjs'

const demo = fileURLToPath(new URL('..', import.meta.url))

/** Builds the page, serves it on loopback, and tells the tests where it is and which browser to use. */
export async function setup({ provide }) {
  const chromium = findChromium()
  provide('chromium', chromium ?? '')
  if (chromium === undefined) {
    process.stdout.write(
      'No Chromium found: browser tests are skipped (LABELPORT_CHROMIUM names one).\n',
    )
    provide('demoUrl', '')
    provide('laterFiles', 0)
    return
  }
  // The test runner names its own environment; what is tested is what ships.
  process.env.NODE_ENV = 'production'
  await build({ root: demo, configFile: `${demo}vite.config.ts`, logLevel: 'warn' })
  const assets = readdirSync(`${demo}dist/assets`)
  provide('laterFiles', assets.filter((name) => /^later-.*\.js$/.test(name)).length)
  // The test of the handed-over export puts its file there.
  const folder = mkdtempSync(join(tmpdir(), 'labelport-'))
  const exportPath = join(folder, 'export.zip')
  const server = await serveDemo({ root: `${demo}dist`, exportPath })
  provide('demoUrl', new URL('/', server.url).href)
  provide('exportPath', exportPath)
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}
