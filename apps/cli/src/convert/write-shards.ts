import { resolve } from 'node:path'
import {
  addPlaced,
  addRecords,
  diagnosticsOf,
  disagreements,
  emptySplitLock,
  lossPolicy,
  type ShardRecord,
  type SplitLeak,
} from '@labelport/dataset'
import { type FinishContext, finishShards, type LedgerEntry, type Part } from '@labelport/format'
import { type WrittenFile, writeDirectory } from '@labelport/node'
import { Failure } from '../exit.ts'
import { listOf } from '../parse.ts'
import { reportNothingSelected } from '../selection.ts'
import type { Session } from '../session.ts'
import type { ConversionOutcome } from './conversion-outcome.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { type OpenShards, openShards, type ShardSettings } from './open-shards.ts'
import { shardParts } from './shard-parts.ts'
import { runnerOf } from './shard-runner.ts'

/** How and where a data set is written. */
export interface WriteOrder {
  readonly mode: ShardSettings['mode']
  readonly out: string
  readonly operands: readonly string[]
}

/** Writes a data set range by range or shard by shard. */
export async function writeShards(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  { mode, out, operands }: WriteOrder,
): Promise<ConversionOutcome> {
  const { format, splitting, locking, cabinet, input } = request
  const { report, signal, cwd } = session
  const splitLock = splitting?.lock && splitting.splits.lock()
  const settings = {
    mode,
    ...(locking && { labels: locking.labels }),
    ...(splitLock && { splitLock }),
  }
  const shards = openShards(session, request, flags, settings, report)
  const runner = await runnerOf(session, shards, { ...settings, flags, operands })
  const records: ShardRecord[] = []
  const refuses = lossPolicy({ noLoss: flags['no-loss'], allow: flags.allow.flatMap(listOf) })
  let leaks: readonly SplitLeak[] = []
  let refused: readonly LedgerEntry[] = []
  let files: readonly WrittenFile[] = []
  async function* parts(): AsyncGenerator<Part> {
    yield* shardParts(runner, {
      indices: shards.files.map((_, index) => index),
      ordered: mode.type === 'ranges',
      onProgress: progressOf(session, shards),
      onRecord(index, record) {
        records[index] = record
      },
    })
    for (const diagnostic of diagnosticsOf(records)) report(diagnostic)
    const { documents, ledger } = addRecords(records)
    if (documents === 0) {
      reportNothingSelected(session, input.found, cabinet, 'error')
      throw new Failure('Nothing was written.')
    }
    for (const one of disagreements(format, ledger, request)) report(one)
    refused = refuses(ledger)
    if (refused.length > 0) throw new Failure('Losses were refused.')
    const facts = records.map((record) => record.facts)
    yield* finishShards(format, facts, finishContext(session, request, shards, mode))
  }
  try {
    const { overwrite } = flags
    files = await writeDirectory(parts(), resolve(cwd, out), { signal, overwrite })
    const placed = records.flatMap((record) => record.placed ?? [])
    const added = addPlaced(splitLock ?? emptySplitLock, placed, report)
    leaks = added.leaks
    splitting?.save(added.lock)
    locking?.save()
  } catch (error) {
    if (refused.length === 0) throw error
  }
  const totals = addRecords(records)
  const surveyed = splitting?.splits.leaks() ?? []
  return { ...totals, leaks: [...surveyed, ...totals.leaks, ...leaks], files, refused }
}

function finishContext(
  { report, signal }: Session,
  { steps, splitting, locking }: ConversionRequest,
  { files }: OpenShards,
  mode: ShardSettings['mode'],
): FinishContext {
  const notes = steps.flatMap((step) => step.notes)
  return {
    report,
    signal,
    notes: splitting === undefined ? notes : [...notes, splitting.splits.note],
    ...(splitting && { splitNames: splitting.splits.names }),
    ...(locking && { labels: locking.labels }),
    ...(mode.type === 'shards' && { shards: files.length }),
  }
}

function progressOf({ progress }: Session, { files }: OpenShards) {
  const total = files.reduce((sum, shard) => sum + shard.length, 0)
  let done = 0
  return (filesMore: number, path: string): void => {
    done += filesMore
    progress.reading(done, total, path)
  }
}
