import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptySplitLock,
  openSplitSurvey,
  readSplitRatios,
  type SplitLock,
  type SurveyRule,
  splitOf,
} from '../../src/index.ts'
import { ann, herbDocument } from '../documents.ts'
import { divided, ratios, texted } from './divided.ts'

const drafts = fc.uniqueArray(
  fc.record({
    number: fc.nat(12),
    variant: fc.nat(3),
    labels: fc.uniqueArray(fc.constantFrom('a', 'b', 'rare')),
  }),
  { selector: ({ number, variant }) => `${number}-${variant}`, maxLength: 25 },
)
const documentsOf = (drafts: readonly { number: number; variant: number; labels: string[] }[]) =>
  drafts.map(({ number, variant, labels }) => texted(number, variant, labels))

describe('openSplitSurvey', () => {
  it('trap 70: keeps texts together that are alike, whatever their files are called', () => {
    const documents = Array.from({ length: 40 }, (_, number) =>
      [0, 1, 2].map((variant) => texted(number, variant)),
    )
    const { names, codes, splits } = divided(documents.flat(), { ratios, nearDuplicates: 0.8 })
    for (let at = 0; at < names.length; at += 3)
      expect(new Set(names.slice(at, at + 3)).size).toBe(1)
    expect(new Set(names).size).toBe(3)
    expect(codes).toEqual([])
    expect(splits.leaks()).toEqual([])
  })

  it('trap 66: never moves an old document when others come, with near-duplicates and strata', () => {
    const choices = fc.record({
      near: fc.constantFrom(undefined, 0.8),
      stratify: fc.constantFrom(undefined, 'label' as const),
      group: fc.constantFrom('text' as const, 'file' as const),
    })
    fc.assert(
      fc.property(drafts, drafts, choices, (old, more, { near, stratify, group }) => {
        const rule: SurveyRule = {
          ratios,
          group,
          ...(near === undefined ? {} : { nearDuplicates: near }),
          ...(stratify === undefined ? {} : { stratify }),
        }
        const before = divided(documentsOf(old), rule)
        const after = divided([...documentsOf(more), ...documentsOf(old)], rule, before.lock)
        expect(after.names.slice(more.length)).toEqual(before.names)
        // Documents that are not read again keep their place as well.
        const alone = divided(documentsOf(more), rule, before.lock)
        const again = divided(documentsOf(old), rule, alone.lock)
        expect(again.names).toEqual(before.names)
      }),
    )
  })

  it('does not depend on the order in which documents come', () => {
    fc.assert(
      fc.property(drafts, (given) => {
        const rule: SurveyRule = { ratios, nearDuplicates: 0.8, stratify: 'label' }
        const documents = documentsOf(given)
        const forward = divided(documents, rule).names
        const backward = divided([...documents].reverse(), rule).names
        expect(backward.reverse()).toEqual(forward)
      }),
    )
  })

  it('puts single documents where they would go without a survey', () => {
    const documents = Array.from({ length: 30 }, (_, number) => texted(number))
    const { names } = divided(documents, { ratios, nearDuplicates: 0.9 })
    expect(names).toEqual(documents.map((one) => splitOf(one, { ratios })))
  })

  it('puts a new document to what it is like, also when that is not read again', () => {
    const old = Array.from({ length: 20 }, (_, number) => texted(number))
    const rule: SurveyRule = { ratios, nearDuplicates: 0.8 }
    const before = divided(old, rule)
    const fresh = old.map((_, number) => texted(number, 1))
    expect(divided(fresh, rule, before.lock).names).toEqual(before.names)
    expect(before.lock.signatures.size).toBe(20)
  })

  it('reports a document that links two texts of different splits, and moves neither', () => {
    const stretch = Array.from({ length: 60 }, (_, at) => `wort${at}`)
    const make = (name: string, from: number) =>
      herbDocument(name, {
        cells: [{ row: 0, column: 0, text: stretch.slice(from, from + 40).join(' ') }],
        annotations: [],
      })
    // The two share a third of their runs, the one between them shares three fifths with each.
    const old = [make('left.txt', 0), make('right.txt', 20)]
    const rule: SurveyRule = { ratios, nearDuplicates: 0.5 }
    const lock = apart(old.map((one) => divided([one], rule).lock))
    const bridge = { ...make('bridge.txt', 10), cabinet: ann }
    expect(divided(old, rule, lock).codes).toEqual([])
    const { names, codes, splits, diagnostics } = divided([...old, bridge], rule, lock)
    expect(names.slice(0, 2)).toEqual(['train', 'test'])
    expect(codes).toEqual(['engine/split-near-duplicate'])
    expect(diagnostics[0]?.message).toContain('train and test')
    const [leak] = splits.leaks()
    expect(leak).toMatchObject({ type: 'near-duplicate', splits: ['train', 'test'] })
    expect(leak?.documents).toContainEqual(
      expect.objectContaining({ name: 'bridge.txt', copy: 'labeler' }),
    )
  })

  it('gives a frozen split nothing that is only alike, and says so', () => {
    const rule: SurveyRule = { ratios: readSplitRatios('train=1,test=1'), nearDuplicates: 0.8 }
    const old = Array.from({ length: 8 }, (_, number) => texted(number))
    const before = divided(old, rule)
    expect(before.names).toContain('test')
    const lock = { ...before.lock, frozen: ['test'] }
    const after = divided([...old, ...old.map((_, number) => texted(number, 1))], rule, lock)
    expect(after.names.slice(0, 8)).toEqual(before.names)
    expect(after.names.slice(8)).not.toContain('test')
    const leaks = before.names.filter((name) => name === 'test').length
    expect(after.codes).toEqual(Array(leaks).fill('engine/split-near-duplicate'))
  })

  it('refuses a similarity that everything or nothing has', () => {
    for (const nearDuplicates of [0, 0.4, 1.1, Number.NaN])
      expect(() =>
        openSplitSurvey({ ratios, nearDuplicates }, { lock: emptySplitLock, report: () => {} }),
      ).toThrow(/from 0.5 to 1/)
  })
})

/** One lock of two: what the first holds lies in train, what the second holds in test. */
function apart(locks: readonly SplitLock[]): SplitLock {
  const join = (of: 'files' | 'texts' | 'signatures') =>
    new Map(
      locks.flatMap((lock, at) =>
        [...lock[of].keys()].map((key) => [key, at === 0 ? 'train' : 'test'] as const),
      ),
    )
  const [files, texts, signatures] = [join('files'), join('texts'), join('signatures')]
  return { ...emptySplitLock, files, texts, signatures }
}
