import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dropDuplicates,
  dropNearDuplicates,
  prepare,
  printsOf,
  type Step,
  seesWhole,
  sift,
  siftedSteps,
  withOrder,
} from '../../src/index.ts'
import { openPrintSet } from '../../src/sieve/print-set.ts'
import { herbDocument, streamOf } from '../documents.ts'

const steps = [dropDuplicates(), dropNearDuplicates(0.6)]

/** A document whose text shares five sevenths of its runs of words with those of the numbers beside it. */
function documentOf(number: number, place: number): LabeledDocument {
  const words = Array.from({ length: 60 }, (_, at) => `kraut${10 * number + at}`)
  const text = number === 0 ? '' : words.join(' ')
  return herbDocument(`${place}.txt`, { cells: [{ row: 0, column: 0, text }], annotations: [] })
}

async function namesAfter(documents: readonly LabeledDocument[], steps: readonly Step[]) {
  const names: string[] = []
  const prepared = prepare(streamOf(...documents), steps, { report: () => {} })
  for await (const { name } of prepared.documents) names.push(name)
  return { names, ledgers: prepared.ledgers() }
}

describe('sift', () => {
  it('chooses the documents that stay when all come one after the other, however they are cut', async () => {
    const drafts = fc.array(fc.record({ number: fc.nat(9), shard: fc.nat(4) }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(drafts, async (drafts) => {
        const documents = drafts.map(({ number }, place) => documentOf(number, place))
        const whole = await namesAfter(documents, steps)
        const shards = [0, 1, 2, 3, 4].map((shard) =>
          documents.flatMap((one, at) => (drafts[at]?.shard === shard ? [withOrder(one, at)] : [])),
        )
        const prints = []
        for (const shard of shards) prints.push(await printsOf(streamOf(...shard), steps))
        const fates = sift(steps, prints)
        const names: string[] = []
        let dropped = 0
        for (const [at, shard] of shards.entries()) {
          const sifted = siftedSteps(steps, fates[at] ?? new Uint8Array())
          expect(seesWhole(sifted)).toEqual([])
          const one = await namesAfter(shard, sifted)
          names.push(...one.names)
          for (const { ledger } of one.ledgers) dropped += ledger.dropped.cell
        }
        expect(names.sort()).toEqual([...whole.names].sort())
        expect(dropped).toBe(documents.length - whole.names.length)
      }),
    )
  })

  it('is held to the documents it was made for', async () => {
    const documents = [1, 1, 5].map((number, place) => withOrder(documentOf(number, place), place))
    const fates = sift(steps, [await printsOf(streamOf(...documents), steps)])
    expect(fates).toEqual([Uint8Array.of(0, 1, 0)])
    const [own = new Uint8Array()] = fates
    for (const others of [documents.slice(1), [...documents, documentOf(7, 7)]])
      await expect(namesAfter(others, siftedSteps(steps, own))).rejects.toMatchObject({
        diagnostic: { code: 'engine/changed-since' },
      })
  })
})

describe('a set of prints', () => {
  it('knows what was added, also where first bytes are equal', () => {
    const set = openPrintSet(8)
    const known = new Set<string>()
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8, max: 2 }), (print) => {
        expect(set.add(print)).toBe(!known.has(print.join()))
        known.add(print.join())
      }),
      { numRuns: 2_000 },
    )
  })
})
