import { documentArbitrary, writeAll } from '@labelport/format-testing'
import { features, type LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelStudio } from '../src/index.ts'
import { readBack } from './read-back.ts'

const said = ['span', 'relation', 'answer.document', 'answer.annotation', 'speaker'] as const

/** What documents say, in an order that can be compared. */
function facts(document: LabeledDocument | undefined) {
  return said.map((feature) =>
    document === undefined
      ? []
      : features[feature](document)
          .map((fact) => JSON.stringify(fact, sortedKeys))
          .sort(),
  )
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

describe('random documents', () => {
  it('come back with every label, arrow and answer, in texts and in conversations', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        documentArbitrary([...said, 'text', 'span.overlapping', 'span.multi-cell']),
        async (document) => {
          const { files, ledger } = await writeAll(labelStudio, [document])
          fc.pre(ledger.entries.length === 0)
          expect(facts(readBack(files, document)[0])).toEqual(facts(document))
          compared += document.annotations.length
        },
      ),
      { seed: 20_26, numRuns: 200 },
    )
    expect(compared).toBeGreaterThan(200)
  })
})
