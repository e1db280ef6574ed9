import {
  addRecords,
  diagnosticsOf,
  disagreements,
  lossPolicy,
  type ShardRecord,
} from '@labelport/dataset'
import type { FinishContext, LedgerEntry } from '@labelport/format'
import { Failure } from '../exit.ts'
import { listOf } from '../parse.ts'
import { reportNothingSelected } from '../selection.ts'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'

/**
 * Tells what was met in shards that are written, and holds their accounts to what is allowed. Returns the losses that
 * are not. Throws Failure when there was nothing to write.
 */
export function settle(
  session: Session,
  { format, defaults, input, cabinet }: ConversionRequest,
  flags: ConvertFlags,
  records: readonly ShardRecord[],
): readonly LedgerEntry[] {
  for (const diagnostic of diagnosticsOf(records)) session.report(diagnostic)
  const { documents, ledger } = addRecords(records)
  // A part may have no document although others have.
  if (documents === 0 && flags.part === undefined) {
    reportNothingSelected(session, input.found, cabinet, 'error')
    throw new Failure('Nothing was written.')
  }
  for (const one of disagreements(format, ledger, { defaults })) session.report(one)
  return lossPolicy({ noLoss: flags['no-loss'], allow: flags.allow.flatMap(listOf) })(ledger)
}

/** What the format is told to finish a data set with. */
export function finishContext(
  { report, signal }: Session,
  { steps, splitting, locking }: ConversionRequest,
): FinishContext {
  const notes = steps.flatMap((step) => step.notes)
  return {
    report,
    signal,
    notes: splitting === undefined ? notes : [...notes, splitting.splits.note],
    ...(splitting && { splitNames: splitting.splits.names }),
    ...(locking && { labels: locking.labels }),
  }
}
