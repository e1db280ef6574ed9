import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@labelport/emulator'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { linesFormat } from './lines-format.ts'

const executablePath = inject('chromium')
const source = fileURLToPath(new URL('../src/index.ts', import.meta.url))

describe.skipIf(executablePath === '')('in Chromium', () => {
  let browser: Browser
  let origin: string
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>client</title>'),
  )

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  /** The client as one script that leaves it in `labelport`. */
  async function bundle(): Promise<string> {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        lib: { entry: source, formats: ['iife'], name: 'labelport', fileName: 'client' },
      },
    })
    const [output] = Array.isArray(built) ? built : [built]
    if (output === undefined || !('output' in output)) throw new Error('Nothing was built.')
    return output.output[0].code
  }

  it('exports through real sockets, whatever breaks, and reads projects', async () => {
    const emulator = await startEmulator({ formats: [linesFormat], cors: true })
    emulator.scenario([
      { fault: 'unauthorized', stage: 'status' },
      { fault: 'file-missing' },
      { fault: 'cut-download', bytes: 1_000 },
    ])
    const page = await browser.newPage()
    await page.goto(origin)
    await page.addScriptTag({ content: await bundle() })
    const { url: baseUrl, credentials } = emulator
    const found = await page.evaluate(
      async (options) => {
        const { createClient, memoryTarget, verifyWebhook } = Reflect.get(globalThis, 'labelport')
        const client = createClient(options)
        const target = memoryTarget()
        const input = { projectId: 'N2E4MjNlYTc', fileName: 'garden', format: 'LINES' }
        const { bytes } = await client.exportProject(input, { target })
        const names: string[] = []
        for await (const { name } of client.getProjects({ teamId: '7' })) names.push(name)
        const signature = '0278b1a603de4c561ac0feb960354d0d00e8846b74813d81bddb43ad45bff767'
        const signed = await verifyWebhook('{"body":"sample"}', signature, 'secret')
        return { bytes, names, signed, start: Array.from(target.bytes().slice(0, 4)) }
      },
      { baseUrl, ...credentials },
    )
    await page.close()
    expect(found).toEqual({
      bytes: expect.any(Number),
      names: ['[demo] Garden notes', 'Seed packets - spring'],
      signed: true,
      start: [0x50, 0x4b, 3, 4],
    })
    const downloads = emulator.requests().filter(({ stage }) => stage === 'download')
    const [first, second, ...more] = downloads.map(({ headers }) => headers.range)
    // The cut comes after a thousand bytes; how many of them a page sees before the error is the browser's business.
    const have = Number(/^bytes=(\d+)-$/.exec(String(second))?.[1])
    expect({ first, more }).toEqual({ first: 'bytes=0-', more: [] })
    expect(have).toBeGreaterThanOrEqual(0)
    expect(have).toBeLessThanOrEqual(1000)
    expect(downloads.every(({ headers }) => headers.authorization === undefined)).toBe(true)
    await emulator.close()
  })

  it('cannot read a server that lets no other origin in, and says so', async () => {
    const emulator = await startEmulator({ formats: [linesFormat] })
    const page = await browser.newPage()
    await page.goto(origin)
    await page.addScriptTag({ content: await bundle() })
    const { url: baseUrl, credentials } = emulator
    const code = await page.evaluate(
      async (options) => {
        const { createClient } = Reflect.get(globalThis, 'labelport')
        const client = createClient({ ...options, limits: { attempts: 1 } })
        return client.me().catch((error: unknown) => Reflect.get(Object(error), 'code'))
      },
      { baseUrl, ...credentials },
    )
    await page.close()
    await emulator.close()
    expect(code).toBe('client/token-unavailable')
  })
})
