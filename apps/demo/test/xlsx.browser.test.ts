import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch } from './browser.ts'

const packages = fileURLToPath(new URL('../../../packages/', import.meta.url))

describe.skipIf(!hasBrowser)('workbooks in a browser', () => {
  let browser: Browser
  let origin: string
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>xlsx</title>'),
  )

  beforeAll(async () => {
    browser = await launch()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  /** A package as one script that leaves its exports under a name. */
  async function bundle(folder: string, name: string): Promise<string> {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      resolve: { conditions: ['@labelport/source', 'browser', 'module'] },
      build: {
        write: false,
        lib: {
          entry: `${packages}${folder}/src/index.ts`,
          formats: ['iife'],
          name,
          fileName: name,
        },
      },
    })
    const [output] = Array.isArray(built) ? built : [built]
    if (output === undefined || !('output' in output)) throw new Error('Nothing was built.')
    return output.output[0].code
  }

  it('are written without streams and read again, text by text', async () => {
    const page = await browser.newPage()
    await page.goto(origin)
    await page.addScriptTag({ content: await bundle('format', 'engine') })
    await page.addScriptTag({ content: await bundle('formats/xlsx', 'sheets') })
    const texts = ['Zoë 😀', ' blanks ', '=1+1', 'a\nb', '_x0041_', '007', '&amp; <b>', 'שלום']
    const found = await page.evaluate(async (rows) => {
      const { memorySource, readDocuments, writeDocuments } = Reflect.get(globalThis, 'engine')
      const { xlsx } = Reflect.get(globalThis, 'sheets')
      const document = {
        id: 'a',
        name: 'a',
        tasks: ['row'],
        cells: rows.map((text, row) => ({ row, column: 0, text })),
        columns: [{ name: 'Text' }],
        media: [],
        annotations: [],
        comments: [],
        schema: { labelSets: [], questions: [] },
      }
      async function* only() {
        yield document
      }
      const report = () => {}
      const writing = writeDocuments(xlsx, only(), { report })
      const chunks: Uint8Array[] = []
      for await (const part of writing.parts) if ('chunk' in part) chunks.push(part.chunk)
      const bytes = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
      const again: string[] = []
      for await (const one of readDocuments(xlsx, memorySource('a.xlsx', bytes), { report })) {
        for (const { text } of one.cells) again.push(text)
      }
      return { again, lost: writing.ledger().entries.length }
    }, texts)
    expect(found).toEqual({ again: texts, lost: 0 })
  })
})
