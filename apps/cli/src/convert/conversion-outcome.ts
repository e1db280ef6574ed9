import type { SplitLeak, StepLedger } from '@labelport/dataset'
import type { Format, Ledger, LedgerEntry } from '@labelport/format'
import type { WrittenFile } from '@labelport/node'
import { entriesText, ledgerText } from '../ledger-text.ts'
import { stepsText } from '../preparation.ts'
import type { Session } from '../session.ts'
import { counted } from '../table.ts'

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
}

/** Shows what was written, or why nothing was. */
export function showOutcome(
  session: Session,
  { id, title }: Format,
  out: string,
  outcome: ConversionOutcome,
): void {
  const { documents, splits, leaks, files, steps, ledger, refused } = outcome
  const { kept, counts } = session.diagnostics
  const value = {
    format: id,
    written: refused.length === 0,
    out,
    documents,
    ...(splits.size === 0 ? {} : { splits: Object.fromEntries(splits), leaks }),
    files,
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
    const wrote = `Wrote ${what}: ${where}${sizes === '' ? '' : ` (${sizes})`}`
    return `${session.safe(wrote)}\n\n${stepsText(steps, session)}${ledgerText(ledger, session)}`
  })
}
