import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { dropNearDuplicates, prepare } from '../../src/index.ts'
import { bandsFor } from '../../src/near/bands.ts'
import { signatureLength } from '../../src/near/signature.ts'
import { herbDocument, streamOf } from '../documents.ts'

const words = Array.from({ length: 60 }, (_, at) => `wort${at}`)

function texted(name: string, text: string): LabeledDocument {
  return herbDocument(name, { cells: [{ row: 0, column: 0, text }], annotations: [] })
}

async function kept(threshold: number, ...documents: readonly LabeledDocument[]) {
  const prepared = prepare(streamOf(...documents), [dropNearDuplicates(threshold)], {
    report: () => {},
  })
  const names: string[] = []
  for await (const { name } of prepared.documents) names.push(name)
  const [books] = prepared.ledgers()
  return { names, entries: books?.ledger.entries ?? [] }
}

describe('dropNearDuplicates', () => {
  const first = texted('first.txt', words.join(' '))
  const draft = texted('draft.txt', words.with(30, 'anders').join(' '))
  const half = texted('half.txt', words.slice(0, 30).join(' '))

  it('keeps the first of texts that are alike, in any case and spacing', async () => {
    const shouted = texted('shouted.txt', words.join('\n ').toUpperCase())
    const { names, entries } = await kept(0.8, first, half, draft, shouted)
    expect(names).toEqual(['first.txt', 'half.txt'])
    expect(entries).toMatchObject([
      { type: 'cell', effect: 'dropped', code: 'engine/near-duplicate-document', count: 2 },
    ])
  })

  it('asks for as much as the threshold says', async () => {
    expect((await kept(1, first, draft)).names).toEqual(['first.txt', 'draft.txt'])
    expect((await kept(1, first, { ...first, name: 'same.txt' })).names).toEqual(['first.txt'])
  })

  it('keeps documents without words, and takes the segments of a file as one text', async () => {
    const [blank, other] = [texted('a.png', ' — '), texted('b.png', '')]
    const piece = (index: number, from: number, to: number) => ({
      ...texted('long.txt', words.slice(from, to).join(' ')),
      segment: { index, last: index === 1 },
    })
    const { names } = await kept(0.8, blank, other, first, piece(0, 0, 30), piece(1, 30, 60))
    expect(names).toEqual(['a.png', 'b.png', 'first.txt'])
  })

  it('refuses a threshold out of bounds before anything is read', () => {
    expect(() => dropNearDuplicates(0.3)).toThrow(/from 0.5 to 1/)
  })
})

describe('bandsFor', () => {
  it('misses at most one pair in two hundred of those just similar enough', () => {
    for (let percent = 50; percent <= 99; percent += 1) {
      const { count, rows } = bandsFor(percent / 100)
      expect(count * rows).toBeLessThanOrEqual(signatureLength)
      expect((1 - (percent / 100) ** rows) ** count).toBeLessThanOrEqual(0.005)
    }
  })
})
