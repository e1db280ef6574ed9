import { formats, targets } from '@labelport/catalog'
import {
  convert,
  openSplits,
  planAll,
  type Rehearsal,
  readSplitRatios,
  remediesFor,
} from '@labelport/dataset'
import type { Format, Ledger } from '@labelport/format'
import { documentArbitrary, gallery } from '@labelport/format-testing'
import { type LabeledDocument, statementTypes } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentsOf, realExports } from './interop/real-exports.ts'

const writable: readonly Format[] = [...formats, ...targets].filter(({ writer }) => writer)
const report = () => {}

async function* streamOf(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}

/** Splits for formats that can have them, opened anew for every writing. */
function contextOf({ writer }: Format) {
  const ratios = readSplitRatios('train=2,test=1')
  return writer?.splits === true
    ? { report, splits: openSplits({ ratios }, { report }) }
    : { report }
}

/** The ledger of a conversion whose files are really made, or why there is none. */
async function convertedLedger(format: Format, documents: readonly LabeledDocument[]) {
  const conversion = convert(streamOf(documents), format, contextOf(format))
  const failed = await (async () => {
    for await (const _ of conversion.parts);
  })().then(
    () => undefined,
    (error: Error) => error.message,
  )
  return failed ?? conversion.ledger()
}

function foretold(rehearsal: Rehearsal | undefined): Ledger | string | undefined {
  return rehearsal?.type === 'planned' ? rehearsal.plan.ledger : rehearsal?.diagnostic.message
}

async function expectForetold(documents: readonly LabeledDocument[]): Promise<void> {
  const candidates = writable.map((format) => ({ format, context: contextOf(format) }))
  const rehearsals = await planAll(streamOf(documents), candidates)
  for (const [at, format] of writable.entries()) {
    const ledger = await convertedLedger(format, documents)
    expect(foretold(rehearsals[at]), format.id).toEqual(ledger)
    if (typeof ledger === 'string') continue
    for (const type of statementTypes) {
      const told = ledger.kept[type] + ledger.changed[type] + ledger.dropped[type]
      expect(told, `${format.id} ${type}`).toBe(ledger.source[type])
    }
  }
}

describe('a plan of all formats and targets in one pass', () => {
  it('has the numbers of every ledger, whatever the documents', async () => {
    const some = fc.uniqueArray(documentArbitrary(), { maxLength: 4, selector: ({ id }) => id })
    await fc.assert(fc.asyncProperty(some, expectForetold), { numRuns: 40 })
  }, 120_000)

  it('has the numbers of every ledger for a document of every feature', async () => {
    for (const document of Object.values(gallery)) await expectForetold([document])
    await expectForetold(Object.values(gallery))
  }, 60_000)

  const found = realExports()
  if (found.length === 0)
    it.skip('has the numbers of every ledger for real exports (there are none here)', () => {})
  it.each(found)(
    'has the numbers of every ledger for $name',
    async (one) => {
      await expectForetold(await documentsOf(one))
    },
    120_000,
  )
})

describe('remedies', () => {
  it('save exactly what the conversion with that option saves', async () => {
    const documents = fc.sample(documentArbitrary(), { numRuns: 12, seed: 7 })
    const read = () => streamOf(documents)
    let named = 0
    for (const format of writable) {
      const [rehearsal] = await planAll(read(), [{ format, context: { report } }])
      if (rehearsal?.type !== 'planned') continue
      const { plan } = rehearsal
      for (const remedy of await remediesFor(read, format, plan, { report })) {
        named += 1
        const [name = '', value = ''] = remedy.option.split('=')
        const defaults = Object.fromEntries(
          (format.options ?? []).map((one) => [one.name, one.default]),
        )
        const given = {
          ...defaults,
          [name]: value === 'true' || (value === 'false' ? false : value),
        }
        const other = format.configure?.(given)
        if (other === undefined) throw new Error('A format with options can be configured.')
        const ledger = await convertedLedger(other, documents)
        if (typeof ledger === 'string') throw new Error(ledger)
        expect(ledger.dropped, `${format.id} ${remedy.option}`).toEqual(remedy.dropped)
        expect(ledger.changed, `${format.id} ${remedy.option}`).toEqual(remedy.changed)
        for (const { type, effect, code, count } of remedy.saves) {
          const countIn = ({ entries }: Ledger) =>
            entries.find((one) => one.type === type && one.effect === effect && one.code === code)
              ?.count ?? 0
          expect(countIn(plan.ledger) - countIn(ledger), `${format.id} ${code}`).toBe(count)
        }
      }
    }
    expect(named).toBeGreaterThan(5)
  }, 120_000)
})
