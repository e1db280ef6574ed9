import { dropTypes, FormatError, wholeDocuments } from '@labelport/format'
import { statementTypes } from '@labelport/model'
import { keepAll } from '../prepare/keep-all.ts'
import type { Step } from '../prepare/prepare.ts'
import { inReadingOrder } from '../shard/reading-order.ts'
import { type ShardPrints, sieveSteps, sievesOf } from './prints.ts'

/**
 * What becomes of the documents of a shard, in the order they have there: 0 for one that stays, otherwise the number of
 * the sieve that leaves it out, from 1.
 */
export type ShardFates = Uint8Array

/**
 * Decides which documents stay, as the sieves would if all documents came one after the other in the order in which
 * they are read in one go, however they lie in shards. Returns the fates shard by shard.
 */
export function sift(
  steps: readonly Step[],
  shards: readonly ShardPrints[],
): readonly ShardFates[] {
  const opened = sievesOf(steps).map(({ open, width }) => ({ stays: open(), width }))
  const fates = shards.map(({ orders }) => new Uint8Array(orders.length))
  for (const [shard, at] of inReadingOrder(shards.map(({ orders }) => orders))) {
    const leaves = opened.findIndex(({ stays, width }, number) => {
      const { rows, printed } = shards[shard]?.columns[number] ?? {}
      return printed?.[at] === 1 && rows && !stays(rows.subarray(at * width, (at + 1) * width))
    })
    const own = fates[shard]
    if (own !== undefined) own[at] = leaves + 1
  }
  return fates
}

/** The steps for one shard, with sieves that leave out what was decided. */
export function siftedSteps(steps: readonly Step[], fates: ShardFates): readonly Step[] {
  const sieves = sieveSteps(steps)
  return steps.map((step) => {
    const number = sieves.indexOf(step) + 1
    return number === 0 ? step : decidedStep(step, number, fates)
  })
}

function decidedStep({ id, notes, sieve }: Step, number: number, fates: ShardFates): Step {
  return {
    id,
    notes,
    sees: 'document',
    async *apply(documents, account) {
      let at = 0
      const next = (): number => {
        // Those that a sieve before this one has left out do not come.
        while (isLeftOut(fates[at], number)) at += 1
        const fate = fates[at]
        if (fate === undefined) throw changed()
        at += 1
        return fate
      }
      for await (const document of wholeDocuments(documents)) {
        if (next() === number && sieve !== undefined) {
          dropTypes(account, document, statementTypes, sieve.fate)
          continue
        }
        keepAll(account, document)
        yield document
      }
      while (isLeftOut(fates[at], number)) at += 1
      if (at < fates.length) throw changed()
    },
  }
}

/** Whether a document was left out before it came to a sieve. */
function isLeftOut(fate: number | undefined, number: number): boolean {
  return fate !== undefined && fate > 0 && fate < number
}

function changed(): FormatError {
  const message =
    'The documents are other ones than when they were compared; the files have changed since. Run it again.'
  return new FormatError({ severity: 'error', code: 'engine/changed-since', message })
}
