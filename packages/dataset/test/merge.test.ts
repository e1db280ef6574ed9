import type { Diagnostic } from '@labelport/format'
import {
  type Answer,
  countStatements,
  type LabeledDocument,
  type LabelSchema,
  noStatements,
  statementTypes,
  unknownOrigin,
  validate,
} from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, prepare, readMergeRule } from '../src/index.ts'
import { cabinetOf, copiesArbitrary } from './copies.ts'
import { herbDocument, herbs, review, span, streamOf } from './documents.ts'

const rules = ['majority', 'union', 'intersection', 'agreement>=1', 'agreement>=2'] as const

async function merged(rule: string, documents: readonly LabeledDocument[]) {
  const diagnostics: Diagnostic[] = []
  const prepared = prepare(streamOf(...documents), [merge(readMergeRule(rule))], {
    report: (one) => void diagnostics.push(one),
  })
  const results: LabeledDocument[] = []
  for await (const document of prepared.documents) results.push(document)
  const [{ ledger } = { ledger: undefined }] = prepared.ledgers()
  if (ledger === undefined) throw new Error('A step keeps an account.')
  return { results, ledger, codes: diagnostics.map(({ code }) => code), notes: prepared.notes }
}

/** Copies of one file whose labelers gave these labels to its first word. */
function copies(labels: Readonly<Record<string, readonly string[]>>): readonly LabeledDocument[] {
  return Object.entries(labels).map(([name, own]) =>
    herbDocument('beet.txt', {
      id: `${name}-beet`,
      cabinet: cabinetOf(name),
      annotations: own.map((label, at) => span(`s${at}`, label)),
    }),
  )
}

function labelsOf([document]: readonly LabeledDocument[]): readonly (string | undefined)[] {
  return (document?.annotations ?? []).flatMap((one) => (one.type === 'span' ? [one.label] : []))
}

describe('readMergeRule', () => {
  it('reads the four rules and refuses everything else', () => {
    expect(readMergeRule('Majority')).toEqual({ type: 'majority' })
    expect(readMergeRule('agreement>=3')).toEqual({ type: 'agreement', votes: 3 })
    for (const bad of ['', 'most', 'agreement', 'agreement>=0', 'agreement>=x'])
      expect(() => readMergeRule(bad)).toThrow(/no way to merge/)
  })
})

describe('merge', () => {
  const three = copies({ ann: ['a'], bo: ['a'], cem: ['b'] })

  it.each([
    ['majority', ['a']],
    ['union', ['a', 'b']],
    ['intersection', []],
    ['agreement>=2', ['a']],
    ['agreement>=3', []],
  ] as const)('%s of three copies', async (rule, expected) => {
    const { results } = await merged(rule, three)
    expect(results).toHaveLength(1)
    expect(labelsOf(results)).toEqual(expected)
  })

  it('takes half of the copies for no majority', async () => {
    expect(labelsOf((await merged('majority', copies({ ann: ['a'], bo: ['b'] }))).results)).toEqual(
      [],
    )
  })

  it('marks what was voted on, and belongs to nobody in particular', async () => {
    const { results } = await merged('majority', three)
    expect(results[0]?.cabinet).toBeUndefined()
    expect(results[0]?.annotations[0]).toMatchObject({
      origin: { by: 'auto' },
      extra: { merge: { votes: 2, copies: 3 } },
    })
  })

  it('trap 36: gives the same in whatever order the copies come', async () => {
    const { results } = await merged('union', three)
    expect((await merged('union', [...three].reverse())).results).toEqual(results)
  })

  it('tells with codes what did not stand', async () => {
    const { ledger } = await merged('majority', three)
    expect(ledger.entries.map(({ type, code, count }) => [type, code, count])).toEqual([
      ['cell', 'engine/merge-same', 4],
      ['span', 'engine/merge-voted', 1],
      ['span', 'engine/merge-outvoted', 1],
      ['span', 'engine/merge-same', 1],
    ])
  })

  it('keeps files, parts and projects apart, and one copy alone as it is', async () => {
    const [one] = copies({ ann: ['a'] })
    const given = [
      { ...one, part: 0 },
      { ...one, part: 1 },
      { ...one, project: { id: 'p2' } },
    ] as readonly LabeledDocument[]
    const { results } = await merged('majority', given)
    expect(results).toEqual(given)
  })

  it('reports a copy with another text and leaves it out', async () => {
    const [ann, bo, cem] = copies({ ann: ['a'], bo: ['a'], cem: ['a'] })
    if (!ann || !bo || !cem) throw new Error('Three copies were made.')
    const other = { ...ann, cells: ann.cells.map((cell) => ({ ...cell, text: `${cell.text}!` })) }
    const { results, codes, ledger } = await merged('intersection', [other, bo, cem])
    expect(results.map(({ id }) => id)).toEqual(['bo-beet'])
    expect(labelsOf(results)).toEqual(['a'])
    expect(codes).toEqual(['engine/merge-text-differs'])
    expect(ledger.dropped.span).toBe(2)
  })

  it('joins schemas that list only what was used, and leaves out one that means something else', async () => {
    const used = (...labels: readonly { id: string; name: string }[]): LabelSchema => ({
      labelSets: [{ id: '0', appliesTo: 'text', labels }],
      questions: [],
    })
    const [ann, bo, cem] = copies({ ann: ['a'], bo: ['b'], cem: ['a'] })
    if (!ann || !bo || !cem) throw new Error('Three copies were made.')
    const leaf = { id: 'a', name: 'Blatt' }
    const root = { id: 'b', name: 'Wurzel' }
    const { results, codes } = await merged('union', [
      { ...ann, schema: used(leaf) },
      { ...bo, schema: used(root) },
      { ...cem, schema: used({ id: 'a', name: 'Blüte' }) },
    ])
    expect(results[0]?.schema).toEqual(used(leaf, root))
    expect(labelsOf(results)).toEqual(['a', 'b'])
    expect(codes).toEqual(['engine/merge-schema-differs'])
  })

  it('gives a question the answer most copies give, on a tie that of the first folder', async () => {
    const answer = (name: string, text: string): LabeledDocument => {
      const value = { type: 'text', text } as const
      const about = { type: 'document' } as const
      const one: Answer = {
        type: 'answer',
        id: 'q',
        question: 'why',
        about,
        value,
        origin: unknownOrigin,
      }
      return herbDocument('beet.txt', { annotations: [one], cabinet: cabinetOf(name) })
    }
    const said = ({ results }: Awaited<ReturnType<typeof merged>>) =>
      results[0]?.annotations.map((one) => one.type === 'answer' && one.value)
    const [ann, bo, cem] = [answer('ann', 'Sonne'), answer('bo', 'Regen'), answer('cem', 'Regen')]
    expect(said(await merged('union', [ann, bo, cem]))).toEqual([{ type: 'text', text: 'Regen' }])
    expect(said(await merged('union', [bo, ann]))).toEqual([{ type: 'text', text: 'Sonne' }])
  })

  it('gives rejected and disputed statements no vote', async () => {
    const rejected = { ...span('s0'), origin: { by: 'labeler', verdict: 'rejected' } } as const
    const [ann, bo] = copies({ ann: ['a'], bo: [] })
    if (!ann || !bo) throw new Error('Two copies were made.')
    const { results, ledger } = await merged('union', [{ ...ann, annotations: [rejected] }, bo])
    expect(labelsOf(results)).toEqual([])
    expect(ledger.entries.map(({ code }) => code)).toContain('engine/merge-doubted')
  })

  it('takes boxes for the same that cover each other by half', async () => {
    const boxed = (name: string, left: number): LabeledDocument => {
      const points = [
        [left, 0],
        [left + 10, 0],
        [left + 10, 10],
        [left, 10],
      ].map(([x = 0, y = 0]) => ({ x, y }))
      const box = {
        type: 'box',
        id: 'b',
        labelSet: '1',
        label: 'x',
        shapes: [{ page: 0, points }],
        origin: unknownOrigin,
      } as const
      return herbDocument('scan.png', { annotations: [box], cabinet: cabinetOf(name) })
    }
    const { results } = await merged('majority', [
      boxed('ann', 0),
      boxed('bo', 1),
      boxed('cem', 40),
    ])
    expect(results[0]?.annotations).toHaveLength(1)
    expect(results[0]?.annotations[0]?.extra).toEqual({ merge: { votes: 2, copies: 3 } })
  })

  it('passes documents that are no labeler’s copy and says so once', async () => {
    const given = [herbDocument('a.txt', { cabinet: review }), herbDocument('b.txt')]
    const { results, codes } = await merged('majority', given)
    expect(results).toEqual(given)
    expect(codes).toEqual(['engine/merge-no-labeler'])
  })

  it('says when copies of a project come too late', async () => {
    const [ann, bo] = copies({ ann: ['a'], bo: ['a'] })
    if (!ann || !bo) throw new Error('Two copies were made.')
    const between = { ...ann, project: { id: 'p2' }, schema: herbs }
    const { results, codes } = await merged('majority', [ann, between, bo])
    expect(results).toHaveLength(3)
    expect(codes).toEqual(['engine/merge-late'])
  })

  it.each(rules)('balances for any copies, and what comes out is sound: %s', async (rule) => {
    await fc.assert(
      fc.asyncProperty(copiesArbitrary, async (given) => {
        const { results, ledger } = await merged(rule, given)
        const source = noStatements()
        for (const document of given) {
          const counts = countStatements(document)
          for (const type of statementTypes) source[type] += counts[type]
        }
        expect(ledger.source).toEqual(source)
        for (const document of results) expect(validate(document)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('finds more in a union than in a majority than in an intersection', async () => {
    await fc.assert(
      fc.asyncProperty(copiesArbitrary, async (given) => {
        const count = async (rule: string) =>
          (await merged(rule, given)).results.reduce(
            (sum, { annotations }) => sum + annotations.length,
            0,
          )
        const [all, most, each] = await Promise.all(
          ['union', 'majority', 'intersection'].map(count),
        )
        expect(all).toBeGreaterThanOrEqual(most ?? 0)
        expect(most).toBeGreaterThanOrEqual(each ?? 0)
      }),
      { numRuns: 60 },
    )
  })
})
