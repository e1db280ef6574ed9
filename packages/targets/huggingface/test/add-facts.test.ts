import { openAccount } from '@labelport/format'
import { countStatements, type LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { addFacts } from '../src/add-facts.ts'
import { cardOf } from '../src/card.ts'
import type { Facts } from '../src/facts.ts'
import { gather } from '../src/gather.ts'
import { optionsFrom } from '../src/options.ts'
import { documentOf, spanOf, tableOf } from './documents.ts'

const options = optionsFrom({ shardRows: 1 })
const labels = { text: ['Person', 'Place "east" # 😀'], box: [], questions: new Map() }

async function factsOf(
  documents: readonly LabeledDocument[],
  given: { readonly labels?: typeof labels } = {},
): Promise<Facts> {
  const account = openAccount()
  async function* received(): AsyncGenerator<LabeledDocument> {
    for (const document of documents) {
      account.receive(countStatements(document))
      yield document
    }
  }
  const gathered = gather(received(), { account, report: () => {}, ...given }, options)
  for (;;) {
    const { done, value } = await gathered.next()
    if (done) return value
  }
}

const one = documentOf({ annotations: [spanOf('s', 'p', [0, 0, 3])] })
const two = documentOf({
  id: 'd2',
  cabinet: { role: 'review' },
  annotations: [
    spanOf('s', 'l', [0, 14, 18]),
    spanOf('c', 'l', [0, 0, 1], { origin: { by: 'conflict' } }),
  ],
})

describe('facts', () => {
  it('are plain JSON', async () => {
    const facts = await factsOf([one, two])
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  })

  it('of two parts add up to those of the whole, and so does the card', async () => {
    const whole = await factsOf([one, two], { labels })
    const parts = await Promise.all([[one], [two]].map((part) => factsOf(part, { labels })))
    const [first, second] = parts
    if (first === undefined || second === undefined) throw new Error('There are two parts.')
    const sum = addFacts(first, second)
    // Names of files number the parts; how they are renamed is up to whoever puts them together.
    const plain = ({ splits, ...rest }: Facts) => ({
      ...rest,
      splits: splits.map(({ files, ...split }) => ({
        ...split,
        files: files.map(({ rows, bytes }) => ({ rows, bytes })),
      })),
    })
    expect(plain(sum)).toEqual(plain(whole))
    const settings = { options, locked: true, notes: [] }
    expect(cardOf(sum, settings)).toBe(cardOf(whole, settings))
  })

  it('of parts with more columns take those, as files may have fewer', async () => {
    const [small, large] = await Promise.all([
      factsOf([tableOf(['A'], [['1']])]),
      factsOf([tableOf(['A'], [['1']]), tableOf(['A', 'B'], [['1', '2']])]),
    ])
    expect(addFacts(small, large).fields).toEqual(large.fields)
    expect(addFacts(large, small).fields).toEqual(large.fields)
  })

  it('of a part without documents change nothing but the account', async () => {
    const root = documentOf({ cabinet: { role: 'root' } })
    const [some, nothing] = await Promise.all([factsOf([tableOf(['A'], [['1']])]), factsOf([root])])
    const fates = nothing.fates
    expect(fates).toMatchObject([{ type: 'cell', code: 'huggingface/root-copy', count: 3 }])
    expect(addFacts(nothing, some)).toEqual({ ...some, fates })
    expect(addFacts(some, nothing)).toEqual({ ...some, fates })
  })

  it('of parts that number classes in two orders are refused', async () => {
    const swapped = { ...labels, text: [...labels.text].reverse() }
    const [first, second] = await Promise.all([
      factsOf([one], { labels }),
      factsOf([two], { labels: swapped }),
    ])
    expect(() => addFacts(first, second)).toThrow(/classes of "tags" in two orders/)
  })

  it('of parts with other tasks or columns are refused', async () => {
    const [text, table, other] = await Promise.all([
      factsOf([one]),
      factsOf([tableOf(['A'], [['1']])]),
      factsOf([tableOf(['B'], [['1']])]),
    ])
    expect(() => addFacts(text, table)).toThrow(/tasks tokens and rows/)
    expect(() => addFacts(table, other)).toThrow(/columns "A" and "B"/)
  })
})
