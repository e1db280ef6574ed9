import {
  addRecords,
  diagnosticsOf,
  disagreements,
  lossPolicy,
  type OwnIds,
  reportSharedIds,
  type ShardRecord,
} from '@labelport/dataset'
import type { FinishContext, LedgerEntry } from '@labelport/format'
import { Failure } from '../exit.ts'
import { listOf } from '../parse.ts'
import { reportNothingSelected } from '../selection.ts'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'

/** Shards that are written. */
export interface WrittenRecords {
  /** By the numbers of the shards; those of other parts are not there. */
  readonly records: readonly ShardRecord[]
  /** Of the files each is made of. */
  readonly paths: readonly OwnIds['paths'][]
}

/**
 * Tells what was met in shards that are written, and holds their accounts to what is allowed. Returns the losses that
 * are not. Throws Failure when there was nothing to write.
 */
export function settle(
  session: Session,
  { format, defaults, input, cabinet }: ConversionRequest,
  flags: ConvertFlags,
  { records: byNumber, paths }: WrittenRecords,
): readonly LedgerEntry[] {
  const records = Object.values(byNumber)
  for (const diagnostic of diagnosticsOf(records)) session.report(diagnostic)
  const owns = byNumber.map(({ ids = '' }, index) => ({ ids, paths: paths[index] ?? [] }))
  reportSharedIds(Object.values(owns), session.report)
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
