import { declaringLabels, edited, edits, said } from '@labelport/format-testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtures, nameOf } from './fixtures.ts'
import { readFile, writeFile } from './round-trip.ts'

const whole = Object.entries(fixtures).filter(([path]) => !path.includes('/damaged/'))

describe.each(whole)('%s', (path, bytes) => {
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes))

  it('comes back as it was (trap 47: null, missing and empty stay apart)', async () => {
    const { document } = await readFile(bytes, path)
    const { text } = await writeFile(document)
    expect(JSON.parse(text)).toEqual(json)
    expect(text).toBe(`${JSON.stringify(JSON.parse(text))}\n`)
  })

  it('comes back from a copy of the document that shares nothing with it', async () => {
    const { document } = await readFile(bytes, path)
    const { text } = await writeFile(structuredClone(document))
    expect(JSON.parse(text)).toEqual(json)
  })

  it('shows every edit of the document after writing and reading it again', async () => {
    const { document } = await readFile(bytes, nameOf(path))
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const changed = edited(document, list)
        const { text } = await writeFile(changed)
        const again = await readFile(text, nameOf(path))
        expect(said(again.document)).toEqual(said(declaringLabels(changed)))
      }),
      { numRuns: 60, seed: 20 },
    )
  })
})
