import type { SplitLeak, StepLedger } from '@labelport/dataset'
import type { Format, Ledger, LedgerEntry } from '@labelport/format'
import type { WrittenFile } from '@labelport/node'
import { entriesText, ledgerText } from '../ledger-text.ts'
import { stepsText } from '../preparation.ts'
import type { Session } from '../session.ts'
import { counted } from '../table.ts'
import type { PartChoice } from './part-choice.ts'

/** What a conversion did. */
export interface ConversionOutcome {
  readonly documents: number
  /** Documents by split; empty when the data set is not divided. */
  readonly splits: ReadonlyMap<string, number>
  /** What lies in several splits. */
  readonly leaks: readonly SplitLeak[]
  readonly files: readonly WrittenFile[]
  readonly steps: readonly StepLedger[]
  readonly ledger: Ledger
  /** The losses that were not allowed; when there are any, nothing was written. */
  readonly refused: readonly LedgerEntry[]
  /** Absent when the data set is in one piece. */
  readonly shards?: WrittenShards
}

/** Shards that were written. */
export interface WrittenShards {
  readonly of: number
  /** Those that an earlier run had written. */
  readonly reused: number
  /** Set when only a part of them was written. */
  readonly part?: PartChoice
}

/** Shows what was written, or why nothing was. */
export function showOutcome(
  session: Session,
  { id, title }: Format,
  out: string,
  outcome: ConversionOutcome,
): void {
  const { documents, splits, leaks, files, steps, ledger, refused, shards } = outcome
  const { kept, counts } = session.diagnostics
  const value = {
    format: id,
    written: refused.length === 0,
    out,
    documents,
    ...(splits.size === 0 ? {} : { splits: Object.fromEntries(splits), leaks }),
    ...(shards && { shards }),
    files: files.map(({ path, size }) => ({ path, size })),
    ...(steps.length === 0 ? {} : { steps }),
    ledger,
    refused,
    diagnostics: kept,
    diagnosticCounts: counts,
  }
  session.result(value, () => {
    if (refused.length > 0) {
      const reasons = entriesText(refused, session)
      return `Nothing was written, for these losses were not allowed:\n\n${reasons}`
    }
    const what = `${counted(documents, 'document')} as ${title}`
    const where = `${counted(files.length, 'file')} in ${out}`
    const sizes = Array.from(splits, ([name, count]) => `${name} ${count}`).join(', ')
    const divided = sizes === '' ? '' : ` (${sizes})`
    const wrote = `Wrote ${what}: ${where}${divided}${shards === undefined ? '' : shardsText(shards)}`
    return `${session.safe(wrote)}\n\n${stepsText(steps, session)}${ledgerText(ledger, session)}`
  })
}

function shardsText({ of, reused, part }: WrittenShards): string {
  const old = reused === 0 ? '' : `, ${reused} of them taken over from the last run`
  return part === undefined
    ? `, ${counted(of, 'shard')}${old}`
    : `, part ${part.number} of ${part.of}; labelport merge-parts puts the parts together`
}
