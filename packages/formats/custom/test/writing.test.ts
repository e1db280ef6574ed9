import { documentArbitrary } from '@labelport/format-testing'
import { features } from '@labelport/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { read, write } from './session.ts'

it('gives back any text and any labels as they were written', async () => {
  const carried = ['text', 'span', 'span.overlapping'] as const
  await fc.assert(
    fc.asyncProperty(documentArbitrary(carried), async (document) => {
      const { files, ledger } = await write([document])
      fc.pre(ledger.entries.length === 0 && document.cells.length > 0)
      const { documents } = await read(files, `${document.name}.json`, { schema: document.schema })
      for (const feature of carried) {
        const found = documents.flatMap((one): unknown[] => [...features[feature](one)])
        expect(found).toEqual(features[feature](document))
      }
    }),
    { seed: 20_26, numRuns: 100 },
  )
})
