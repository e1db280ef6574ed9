import { documentArbitrary, writeAll } from '@labelport/format-testing'
import { features, type LabeledDocument, labelName } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brat } from '../src/index.ts'
import { typeName } from '../src/type-name.ts'
import { readBack } from './read-back.ts'
import { nameOf } from './read-brat.ts'

/** Labels and arrows by the names of their labels, in an order that can be compared. */
function said(document: LabeledDocument) {
  const named = {
    ...document,
    annotations: document.annotations.map((one) =>
      'label' in one && one.label !== undefined
        ? { ...one, label: labelName(document.schema, one.labelSet ?? '', one.label) }
        : one,
    ),
  }
  return [...features.span(named), ...features.relation(named)]
    .map((fact) => JSON.stringify(fact))
    .sort()
}

describe('random documents', () => {
  it('come back with every label and arrow, whatever the text and the names', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        documentArbitrary(['text', 'span', 'span.overlapping', 'span.multi-cell', 'relation']),
        async (document) => {
          const { files, ledger } = await writeAll(brat, [document])
          fc.pre(ledger.entries.every(({ code }) => code === 'brat/name-respelled'))
          const [back] = readBack(files, document)
          expect(back && said({ ...back, schema: document.schema })).toEqual(said(document))
          compared += document.annotations.length
        },
      ),
      { seed: 20_26, numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})

describe('names of types', () => {
  it('lead back to one name only, whatever its characters', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[_x0-9A-F -]*$/))
    fc.assert(
      fc.property(name, (one) => {
        expect(typeName(one)).toMatch(/^[a-zA-Z0-9_-]+$/)
        expect(typeName(one)).not.toMatch(/^-+$/)
        expect(nameOf(typeName(one))).toBe(one)
      }),
      { seed: 20_26 },
    )
  })
})
