import { documentArbitrary } from '@labelport/format-testing'
import {
  countStatements,
  type LabeledDocument,
  statementTypes,
  textOf,
  tokenTexts,
  validate,
} from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WindowRule } from '../../src/index.ts'
import { cut } from './cut.ts'
import { segmentsAt } from './segments-at.ts'

const ruleArbitrary: fc.Arbitrary<WindowRule> = fc
  .record({
    unit: fc.constantFrom('tokens' as const, 'characters' as const, 'rows' as const),
    size: fc.integer({ min: 1, max: 12 }),
    less: fc.nat(11),
  })
  .map(({ unit, size, less }) => ({ unit, size, stride: Math.max(1, size - less) }))

describe('windows of any document', () => {
  it('balance, stay sound and lose no text, whatever the document and the rule', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary(), ruleArbitrary, async (document, rule) => {
        const { results, ledger, repeated } = await cut(rule, document)
        for (const window of results) expect(validate(window)).toEqual([])
        for (const type of statementTypes) {
          const left = results.reduce((sum, one) => sum + countStatements(one)[type], 0)
          expect(ledger.kept[type] + ledger.changed[type] + (repeated?.[type] ?? 0)).toBe(left)
        }
        // Whether a label is kept is exactly whether a window holds it, with the same words in it.
        const texts = new Map(
          document.annotations.flatMap((one) =>
            one.type === 'span' ? [[one.id, textOf(document.cells, one.target)] as const] : [],
          ),
        )
        const held = new Set<string>()
        for (const { cells, annotations } of results)
          for (const one of annotations) {
            if (one.type !== 'span') continue
            held.add(one.id)
            expect(textOf(cells, one.target)).toBe(texts.get(one.id))
          }
        expect(held.size).toBe(ledger.kept.span)
        if (rule.stride < rule.size) return
        expect(results.flatMap(({ cells }) => cells.map(({ text }) => text)).join('')).toBe(
          document.cells.map(({ text }) => text).join(''),
        )
        const tokens = (one: LabeledDocument) =>
          one.cells.flatMap((cell) => (cell.tokens ? tokenTexts(cell.text, cell.tokens) : []))
        expect(results.flatMap(tokens)).toEqual(tokens(document))
      }),
      { numRuns: 300 },
    )
  })

  it('are the same of a file that comes in segments', async () => {
    const features = ['text', 'tokens', 'whitespace', 'span', 'span.overlapping'] as const
    const more = ['relation', 'answer.row', 'answer.annotation'] as const
    const seen = { cut: 0 }
    await fc.assert(
      fc.asyncProperty(
        documentArbitrary([...features, ...more]),
        fc.nat(6),
        ruleArbitrary,
        async (document, at, rule) => {
          const pieces = segmentsAt(document, at)
          if (pieces === undefined) return
          const whole = await cut(rule, document)
          const segmented = await cut(rule, ...pieces)
          if (whole.results.length < 2) return
          seen.cut += 1
          const plain = ({ extra: _, ...one }: LabeledDocument) => ({
            ...one,
            annotations: [...one.annotations].sort((a, b) => (a.id < b.id ? -1 : 1)),
          })
          expect(segmented.results.map(plain)).toEqual(whole.results.map(plain))
          expect(segmented.ledger.kept).toEqual(whole.ledger.kept)
        },
      ),
      { numRuns: 300 },
    )
    expect(seen.cut).toBeGreaterThan(20)
  })
})
