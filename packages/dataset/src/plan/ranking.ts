import { type StatementCounts, statementTypes } from '@labelport/model'
import type { Plan } from '../plan.ts'

/** Orders plans: fewest statements dropped first, then fewest changed, then fewest facts lost. */
export function byLoss(a: Plan, b: Plan): number {
  return lossOrder(a, b) || factsLost(a) - factsLost(b)
}

/** Compares two plans by their statements alone; below zero when the first loses less. */
export function lossOrder({ ledger: a }: Plan, { ledger: b }: Plan): number {
  return (
    allStatements(a.dropped) - allStatements(b.dropped) ||
    allStatements(a.changed) - allStatements(b.changed)
  )
}

/** All statements together. */
export function allStatements(counts: StatementCounts): number {
  return statementTypes.reduce((sum, type) => sum + counts[type], 0)
}

/** How many facts a format does not keep as they are. */
export function factsLost({ features }: Plan): number {
  return features.reduce((sum, { count }) => sum + count, 0)
}
