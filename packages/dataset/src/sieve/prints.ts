import { wholeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { prepare, type Step } from '../prepare/prepare.ts'
import { orderOf } from '../shard/reading-order.ts'
import { openByteRows } from './byte-rows.ts'
import type { Sieve } from './sieve.ts'

/** What the documents of a shard are compared by, in the order they have there. Can be sent to other threads. */
export interface ShardPrints {
  /** Where each document stands in the order in which all are read in one go. */
  readonly orders: Float64Array
  /** One for each sieve. */
  readonly columns: readonly PrintColumn[]
}

/** The prints for one sieve. */
export interface PrintColumn {
  /** One row for each document, zeros where it has none. */
  readonly rows: Uint8Array
  /** 1 where a document has a print. */
  readonly printed: Uint8Array
}

/** The first sieve and those right behind it; what comes later is only known when these have left out theirs. */
export function sievesOf(steps: readonly Step[]): readonly Sieve[] {
  return sieveSteps(steps).flatMap(({ sieve }) => sieve ?? [])
}

/** The steps of these sieves. */
export function sieveSteps(steps: readonly Step[]): readonly Step[] {
  const first = steps.findIndex(({ sieve }) => sieve !== undefined)
  if (first === -1) return []
  const end = steps.findIndex(({ sieve }, at) => at > first && sieve === undefined)
  return steps.slice(first, end === -1 ? steps.length : end)
}

/** Prepares the documents of a shard up to the sieves, and takes their prints. They have to carry their order. */
export async function printsOf(
  documents: AsyncIterable<LabeledDocument>,
  steps: readonly Step[],
): Promise<ShardPrints> {
  const [first] = sieveSteps(steps)
  const before = first === undefined ? steps : steps.slice(0, steps.indexOf(first))
  const prepared = prepare(documents, before, { report: () => {} })
  const orders: number[] = []
  const drafts = sievesOf(steps).map((sieve) => {
    const blank = new Uint8Array(sieve.width)
    return { sieve, blank, rows: openByteRows(sieve.width), printed: openByteRows(1) }
  })
  for await (const document of wholeDocuments(prepared.documents)) {
    orders.push(orderOf(document))
    for (const { sieve, blank, rows, printed } of drafts) {
      const print = sieve.printOf(document)
      rows.add(print ?? blank)
      printed.add(Uint8Array.of(print === undefined ? 0 : 1))
    }
  }
  return {
    orders: Float64Array.from(orders),
    columns: drafts.map(({ rows, printed }) => ({ rows: rows.take(), printed: printed.take() })),
  }
}
