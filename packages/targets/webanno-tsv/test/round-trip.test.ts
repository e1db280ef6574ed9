import { documentArbitrary, writeAll } from '@labelport/format-testing'
import { features, type LabeledDocument, labelName } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, escapeValue } from '../src/escape.ts'
import { webannoTsv } from '../src/index.ts'
import { readBack } from './read-back.ts'

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
  it('come back with every label, arrow and token, whatever the text and the names', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        documentArbitrary([
          'text',
          'tokens',
          'whitespace',
          'span',
          'span.overlapping',
          'span.multi-cell',
          'span.within-token',
          'relation',
        ]),
        async (document) => {
          const { files, ledger } = await writeAll(webannoTsv, [document])
          fc.pre(ledger.entries.length === 0 && files.size > 0)
          const [back] = readBack(files, document)
          expect(back && said({ ...back, schema: document.schema })).toEqual(said(document))
          expect(back?.cells.map(({ text }) => text)).toEqual(
            document.cells.map(({ text }) => text),
          )
          expect(back && features.tokens(back)).toEqual(features.tokens(document))
          compared += document.annotations.length
        },
      ),
      { seed: 20_26, numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})

describe('escapes', () => {
  it('leave nothing in a value that ends a column, a stack or a line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.stringMatching(/^[\\[\]|_;*>\t\n-]*$/),
        (a, b) => {
          const plain = escapeValue(a + b).replace(/\\(?:->|[\s\S])/g, 'x')
          expect(plain).not.toMatch(/[\\[\]|_;\t\n*]|->/)
          expect(escapeText(a + b)).not.toMatch(/[\t\n]/)
        },
      ),
      { seed: 20_26 },
    )
  })
})
