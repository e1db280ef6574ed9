import { join, resolve } from 'node:path'
import { addPlaced, addRecords, emptySplitLock, type SplitLeak } from '@labelport/dataset'
import { finishShards, type LedgerEntry, mapped } from '@labelport/format'
import { clearLeftovers, type OutputPart, type WrittenFile, writeDirectory } from '@labelport/node'
import { Failure } from '../exit.ts'
import type { Session } from '../session.ts'
import type { ConversionOutcome } from './conversion-outcome.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { noteFile } from './data-set-note.ts'
import { indicesOf, type PartChoice } from './part-choice.ts'
import { mayBeReplaced } from './replacing.ts'
import { finishContext, settle } from './settle.ts'
import { type EarlierShards, openShardBook } from './shard-book.ts'
import { openShardsRun, type ShardsOrder } from './shards-run.ts'

/** How and where shards are written. */
export interface WriteOrder extends Omit<ShardsOrder, 'folder'> {
  readonly out: string
  /** Absent means all shards, and what is about the whole. */
  readonly part?: PartChoice
}

/** Writes a data set range by range or shard by shard, or the shards of one part of it. */
export async function writeShards(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  { out, part, ...order }: WriteOrder,
): Promise<ConversionOutcome> {
  const { format, splitting, locking } = request
  const { report, signal } = session
  const folder = resolve(session.cwd, out)
  if (flags.incremental) clearLeftovers(folder)
  // What an earlier run made is its own to replace.
  const overwrite = flags.overwrite || (flags.incremental && mayBeReplaced(folder, out))
  const run = await openShardsRun(session, request, flags, { ...order, folder })
  const { shards, records } = run
  const all = shards.files.map((_, index) => index)
  const book = order.mode.type === 'shards' && openShardBook(session, request, flags, run)
  let earlier: EarlierShards = new Map()
  let refused: readonly LedgerEntry[] = []
  async function* parts(): AsyncGenerator<OutputPart> {
    if (book && flags.incremental) earlier = await book.earlier(folder)
    for (const [index, { record }] of earlier) {
      records[index] = record
      for (const path of record.files) yield { path, takenFrom: join(folder, path) }
    }
    const wanted = part === undefined ? all : indicesOf(part, all.length)
    const joined = yield* run.parts(wanted.filter((index) => !earlier.has(index)))
    const paths = shards.files.map((files) => mapped(files, ({ source }) => source.path))
    refused = settle(session, request, flags, { records, paths })
    if (refused.length > 0) throw new Failure('Losses were refused.')
    const context = finishContext(session, request)
    if (part === undefined) {
      const facts = records.map((record) => record.facts)
      const count = book ? { shards: all.length } : {}
      yield* finishShards(format, facts, { ...context, ...count, joined })
    }
  }
  let files: readonly WrittenFile[] = []
  let leaks: readonly SplitLeak[] = []
  try {
    files = await writeDirectory(parts(), folder, {
      ...{ signal, overwrite },
      ...(book && {
        last: async (files) => noteFile(await book.note({ earlier, files, ...(part && { part }) })),
      }),
    })
    const placed = records.flatMap((record) => record.placed ?? [])
    const known = splitting?.lock && splitting.splits.lock()
    const added = addPlaced(known ?? emptySplitLock, placed, report)
    leaks = added.leaks
    splitting?.save(added.lock)
    locking?.save()
  } catch (error) {
    if (refused.length === 0) throw error
  }
  const totals = addRecords(Object.values(records))
  const surveyed = splitting?.splits.leaks() ?? []
  return {
    ...totals,
    leaks: [...surveyed, ...leaks],
    files,
    refused,
    ...(book && { shards: { of: all.length, reused: earlier.size, ...(part && { part }) } }),
  }
}
