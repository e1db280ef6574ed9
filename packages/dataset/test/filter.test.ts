import type { Diagnostic } from '@labelport/format'
import { documentArbitrary } from '@labelport/format-testing'
import {
  countStatements,
  type LabeledDocument,
  noStatements,
  type Origin,
  statementTypes,
  unknownOrigin,
  validate,
} from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dropDuplicates,
  type FilterRules,
  filter,
  merge,
  prepare,
  renameLabels,
  type Step,
} from '../src/index.ts'
import { ann, herbDocument, herbs, span, streamOf } from './documents.ts'

async function through(steps: readonly Step[], documents: readonly LabeledDocument[]) {
  const diagnostics: Diagnostic[] = []
  const prepared = prepare(streamOf(...documents), steps, {
    report: (one) => void diagnostics.push(one),
  })
  const results: LabeledDocument[] = []
  for await (const document of prepared.documents) results.push(document)
  const ledgers = prepared.ledgers()
  const fates = ledgers.flatMap(({ ledger }) =>
    ledger.entries.map(({ type, effect, code, count }) => `${type} ${effect} ${code} ${count}`),
  )
  return { results, ledgers, fates, codes: diagnostics.map(({ code }) => code) }
}

function by(id: string, origin: Origin) {
  return { ...span(id), origin }
}

const bo = {
  by: 'labeler',
  user: { email: 'bo@example.org' },
  createdAt: '2026-03-01T10:00:00Z',
} as const
const marked = herbDocument('a.txt', {
  cabinet: ann,
  project: { id: 'p', tags: ['grün'] },
  annotations: [
    by('1', { by: 'labeler', verdict: 'accepted', updatedAt: '2026-01-05T00:00:00Z' }),
    by('2', { ...bo, verdict: 'rejected' }),
    { ...span('3', 'b'), origin: bo },
  ],
})

describe('filter', () => {
  it.each<readonly [FilterRules, readonly string[], string | undefined]>([
    [{}, ['1', '2', '3'], undefined],
    [{ labels: ['Blatt'] }, ['1', '2'], 'engine/filter-label'],
    [{ labels: ['b'] }, ['3'], 'engine/filter-label'],
    [{ labelers: ['BO@example.org'] }, ['2', '3'], 'engine/filter-labeler'],
    [{ labelers: ['Ann Ähre'] }, ['1'], 'engine/filter-labeler'],
    [{ verdicts: ['accepted', 'none'] }, ['1', '3'], 'engine/filter-verdict'],
    [{ origins: ['labeler', 'auto'] }, ['1', '2', '3'], undefined],
    [{ origins: ['reviewer'] }, [], 'engine/filter-origin'],
    [{ since: '2026-03-01' }, ['2', '3'], 'engine/filter-date'],
    [{ until: '2026-03-01' }, ['1'], 'engine/filter-date'],
    [{ tags: ['grün', 'rot'] }, ['1', '2', '3'], undefined],
  ])('%j', async (rules, ids, code) => {
    const { results, fates } = await through([filter(rules)], [marked])
    expect(results[0]?.annotations.map(({ id }) => id)).toEqual(ids)
    expect(fates).toEqual(code === undefined ? [] : [`span dropped ${code} ${3 - ids.length}`])
  })

  it('leaves out whole documents by tag', async () => {
    const { results, fates } = await through([filter({ tags: ['rot'] })], [marked])
    expect(results).toEqual([])
    expect(fates).toEqual(['cell dropped engine/filter-tag 2', 'span dropped engine/filter-tag 3'])
  })

  it('takes what speaks about a label with it, and keeps comments', async () => {
    const arrow = {
      type: 'relation',
      id: 'r',
      labelSet: '0',
      from: '1',
      to: '3',
      origin: unknownOrigin,
    } as const
    const about = { type: 'annotation', id: 'r' } as const
    const document = herbDocument('a.txt', {
      annotations: [span('1'), span('3', 'b'), arrow],
      comments: [{ id: 'c', text: 'Pfeil?', about }],
    })
    const { results, fates } = await through([filter({ labels: ['Blatt'] })], [document])
    expect(results[0]?.annotations.map(({ id }) => id)).toEqual(['1'])
    expect(results[0]?.comments[0]?.about).toEqual({ type: 'elsewhere', reference: 'r' })
    expect(fates).toContain('relation dropped engine/filter-about-left-out 1')
    expect(fates).toContain('comment changed engine/filter-about-left-out 1')
  })

  it('refuses what is no date', () => {
    expect(() => filter({ since: 'yesterday' })).toThrow(/no date/)
  })
})

describe('renameLabels', () => {
  it('gives a label another name and keeps its id', async () => {
    const { results, fates, codes } = await through(
      [
        renameLabels(
          new Map([
            ['Blatt', 'Laub'],
            ['Stein', 'Fels'],
          ]),
        ),
      ],
      [herbDocument('a.txt')],
    )
    expect(results[0]?.schema.labelSets[0]?.labels).toEqual([
      { id: 'a', name: 'Laub' },
      { id: 'b', name: 'Wurzel' },
    ])
    expect(fates).toEqual(['span changed engine/label-renamed 1'])
    expect(codes).toEqual(['engine/rename-unknown'])
  })

  it('makes one label of two', async () => {
    const document = herbDocument('a.txt', { annotations: [span('1', 'a'), span('2', 'b')] })
    const { results } = await through([renameLabels(new Map([['Blatt', 'Wurzel']]))], [document])
    expect(results[0]?.schema.labelSets[0]?.labels).toEqual([{ id: 'b', name: 'Wurzel' }])
    expect(results[0]?.annotations.map((one) => one.type === 'span' && one.label)).toEqual([
      'b',
      'b',
    ])
    const both = new Map([
      ['Blatt', 'Teil'],
      ['Wurzel', 'Teil'],
    ])
    const { results: joined } = await through([renameLabels(both)], [document])
    expect(joined[0]?.schema.labelSets[0]?.labels).toEqual([{ id: 'a', name: 'Teil' }])
  })
})

describe('dropDuplicates', () => {
  it('trap 30: keeps the first of equal documents, whatever they are called, and counts the others', async () => {
    const same = herbDocument('b.txt', { annotations: [{ ...span('other'), origin: bo }] })
    const different = herbDocument('c.txt', { annotations: [span('1', 'b')] })
    const { results, fates } = await through(
      [dropDuplicates()],
      [herbDocument('a.txt'), same, different],
    )
    expect(results.map(({ name }) => name)).toEqual(['a.txt', 'c.txt'])
    expect(fates).toContain('span dropped engine/duplicate-document 1')
  })
})

describe('steps one after the other', () => {
  const steps: readonly Step[] = [
    filter({ verdicts: ['accepted', 'none'], labels: ['label-1', 'label-2'] }),
    renameLabels(
      new Map([
        ['label-1', 'x'],
        ['Person', 'x'],
      ]),
    ),
    merge({ type: 'majority' }),
    dropDuplicates(),
  ]

  it('balance for random documents, each step given what the one before it handed on', async () => {
    const documents = fc.array(fc.tuple(documentArbitrary(), fc.boolean()), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(documents, async (drafts) => {
        const given = drafts.map(([one, own]) => (own ? { ...one, cabinet: ann } : one))
        const { results, ledgers } = await through(steps, given)
        let source = sumOf(given)
        for (const { ledger } of ledgers) {
          expect(ledger.source).toEqual(source)
          source = { ...noStatements() }
          for (const type of statementTypes) source[type] = ledger.kept[type] + ledger.changed[type]
        }
        expect(sumOf(results)).toEqual(source)
        for (const document of results) expect(validate(document)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('notice a step that hands on something else than it says', async () => {
    const liar: Step = {
      id: 'liar',
      notes: [],
      async *apply(documents, account) {
        for await (const document of documents) {
          const counts = countStatements(document)
          for (const type of statementTypes) account.keep(type, counts[type])
          yield { ...document, annotations: [] }
        }
      },
    }
    await expect(through([liar], [herbDocument('a.txt', { schema: herbs })])).rejects.toThrow(
      /does not balance/,
    )
  })
})

function sumOf(documents: readonly LabeledDocument[]) {
  const sum = noStatements()
  for (const document of documents) {
    const counts = countStatements(document)
    for (const type of statementTypes) sum[type] += counts[type]
  }
  return sum
}
