import type { Diagnostic, Format, Ledger } from '@labelport/format'
import { noStatements } from '@labelport/model'
import { expect, it } from 'vitest'
import { convert, disagreements, lossPolicy, plan } from '../src/index.ts'
import { herbDocument, herbs, lister, review, streamOf } from './documents.ts'

const comment = { id: 'c1', text: 'Bitte prüfen', about: { type: 'document' } } as const

function collector() {
  const diagnostics: Diagnostic[] = []
  return { diagnostics, report: (one: Diagnostic) => void diagnostics.push(one) }
}

async function textOf(parts: ReturnType<typeof convert>['parts']): Promise<string> {
  let text = ''
  for await (const part of parts) if ('chunk' in part) text += part.chunk
  return text
}

it('converts, and gives the account when all parts are taken', async () => {
  const { diagnostics, report } = collector()
  const documents = streamOf(herbDocument('a.txt'), herbDocument('b.txt', { comments: [comment] }))
  const conversion = convert(documents, lister, { report })
  expect(await textOf(conversion.parts)).toBe('a.txt\nb.txt\n')
  const { kept, dropped, entries } = conversion.ledger()
  expect(kept).toMatchObject({ cell: 4, span: 2 })
  expect(dropped.comment).toBe(1)
  expect(entries).toHaveLength(1)
  expect(diagnostics).toEqual([])
})

it('plans with the very ledger the conversion will have', async () => {
  const documents = () => streamOf(herbDocument('a.txt', { comments: [comment] }))
  const { report } = collector()
  const conversion = convert(documents(), lister, { report })
  await textOf(conversion.parts)
  expect((await plan(documents(), lister, { report })).ledger).toEqual(conversion.ledger())
})

it('counts the facts of features a format does not carry, a shared schema once', async () => {
  const { report } = collector()
  const documents = streamOf(
    herbDocument('a.txt', { cabinet: review }),
    herbDocument('b.txt', { cabinet: review, schema: structuredClone(herbs) }),
  )
  const { features } = await plan(documents, lister, { report })
  const counts = Object.fromEntries(features.map(({ feature, count }) => [feature, count]))
  expect(counts).toMatchObject({ span: 2, tokens: 2, 'schema.labels': 1, project: 1, cabinet: 2 })
  expect(features.find(({ feature }) => feature === 'span')?.effect).toBe('changed')
  expect(features.find(({ feature }) => feature === 'tokens')?.effect).toBe('dropped')
})

it('reports a format that keeps what it declares it cannot carry', async () => {
  const { diagnostics, report } = collector()
  const liar: Format = { ...lister, carries: { text: 'full' } }
  const conversion = convert(streamOf(herbDocument('a.txt')), liar, { report })
  await textOf(conversion.parts)
  conversion.ledger()
  expect(diagnostics.map(({ code }) => code)).toEqual(['engine/carries-contradicted'])
  expect(diagnostics[0]?.message).toContain('1 were kept')
})

it('holds a format to what it carries in full under the default options only', () => {
  const ledger: Ledger = {
    source: { ...noStatements(), comment: 2 },
    kept: { ...noStatements(), comment: 1 },
    changed: noStatements(),
    dropped: { ...noStatements(), comment: 1 },
    entries: [],
  }
  const full = { id: 'x', carries: { comment: 'full', 'comment.author': 'full' } } as const
  const partial = { id: 'x', carries: { comment: 'full' } } as const
  expect(disagreements(full, ledger, { defaults: true })).toHaveLength(1)
  expect(disagreements(full, ledger, { defaults: false })).toEqual([])
  expect(disagreements(partial, ledger, { defaults: true })).toEqual([])
})

it('refuses losses by code', () => {
  const entry = { effect: 'dropped', type: 'span', reason: '', count: 1, examples: [] } as const
  const entries = [
    { ...entry, code: 'conll/overlap' },
    { ...entry, code: 'conll/comment' },
  ]
  const sums = { source: noStatements(), kept: noStatements(), changed: noStatements() }
  const ledger: Ledger = { ...sums, dropped: noStatements(), entries }
  expect(lossPolicy({})(ledger)).toEqual([])
  expect(lossPolicy({ noLoss: true })(ledger)).toEqual(entries)
  expect(lossPolicy({ allow: ['conll/overlap'] })(ledger)).toEqual([entries[1]])
  expect(lossPolicy({ noLoss: true, allow: ['conll/overlap', 'conll/comment'] })(ledger)).toEqual(
    [],
  )
})

it('refuses to divide documents among files of a format that cannot tell splits apart', () => {
  const splits = { names: ['train', 'test'], of: () => 'test' }
  const divided = () => convert(streamOf(), lister, { report: () => {}, splits })
  expect(divided).toThrow(
    expect.objectContaining({ diagnostic: expect.objectContaining({ code: 'engine/no-splits' }) }),
  )
})
