import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exists, packages, read, root } from './workspace.ts'

/** Examples that say what comes out: `expression // → value`. */
const examples = packages
  .map(({ folder }) => `${folder}/README.md`)
  .filter(exists)
  .flatMap((page) =>
    [...read(page).matchAll(/^```ts\n([\s\S]*?)^```$/gm)]
      .map((match) => match[1] ?? '')
      .filter((code) => code.includes(' // → '))
      .map((code) => ({ page, code })),
  )

let folder: string

// Inside the repository, so that its packages are found, and away from what other tests list.
beforeAll(() => {
  folder = mkdtempSync(join(root, '.artifacts-readme-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('README examples', () => {
  it('are told for the model and the contract', () => {
    const pages = examples.map(({ page }) => page)
    expect(pages).toContain('packages/model/README.md')
    expect(pages).toContain('packages/format/README.md')
  })

  it.each(examples)('of $page give what they say', async ({ page, code }) => {
    const body = code.replace(
      /^(.+?) \/\/ → (.+)$/gm,
      (_, expression: string, value: string) =>
        `found.push([${JSON.stringify(expression)}, ${expression}, ${JSON.stringify(value)}])`,
    )
    const path = join(folder, `${page.replaceAll('/', '-')}.ts`)
    writeFileSync(path, `export const found: unknown[][] = []\n${body}`)
    const url = pathToFileURL(path).href
    const { found } = (await import(/* @vite-ignore */ url)) as { found: unknown[][] }
    expect(found.length).toBeGreaterThan(0)
    for (const [expression, value, expected] of found) {
      expect(value, String(expression)).toEqual(JSON.parse(String(expected)))
    }
  })
})
