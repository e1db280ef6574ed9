import type { Ledger, LedgerEntry } from '@labelport/format'

/** Which losses are refused. */
export interface LossRules {
  /** Refuses every loss that is not allowed. Absent or false accepts all, unless codes are allowed. */
  readonly noLoss?: boolean
  /** Codes of losses that are accepted; naming one refuses all others. */
  readonly allow?: readonly string[]
}

/** The entries of a ledger that the rules refuse; empty means the conversion stands. */
export type LossPolicy = (ledger: Ledger) => readonly LedgerEntry[]

/** Makes a policy of rules. */
export function lossPolicy({ noLoss = false, allow = [] }: LossRules): LossPolicy {
  if (!noLoss && allow.length === 0) return () => []
  const allowed = new Set(allow)
  return (ledger) => ledger.entries.filter(({ code }) => !allowed.has(code))
}
