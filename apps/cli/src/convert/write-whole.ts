import { resolve } from 'node:path'
import { type Conversion, convert, lossPolicy } from '@labelport/dataset'
import type { Ledger, LedgerEntry, Part } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type WrittenFile, writeDirectory } from '@labelport/node'
import { Failure } from '../exit.ts'
import { listOf } from '../parse.ts'
import { reportNothingSelected } from '../selection.ts'
import type { Session } from '../session.ts'
import type { ConversionOutcome } from './conversion-outcome.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { openTracing } from './tracing.ts'

/** Writes all documents one after the other, on this thread. */
export async function writeWhole(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  out: string,
): Promise<ConversionOutcome> {
  const { format, defaults, splitting, locking, cabinet, input } = request
  const { report, signal, cwd } = session
  const tracing = openTracing(session, request.pseudonyms, flags.provenance)
  const prepared = request.prepared(report, tracing.onDocument)
  const source = countDocuments(prepared.documents)
  const conversion = convert(tracing.documents(source.documents), format, {
    report,
    signal,
    defaults,
    notes: [...prepared.notes, ...(splitting === undefined ? [] : [splitting.splits.note])],
    ...(splitting === undefined ? {} : { splits: splitting.splits }),
    ...(locking === undefined ? {} : { labels: locking.labels }),
  })
  const refuses = lossPolicy({ noLoss: flags['no-loss'], allow: flags.allow.flatMap(listOf) })
  const account: SettledAccount = { refused: [] }
  let files: readonly WrittenFile[] = []
  try {
    const parts = tracing.parts(conversion.parts)
    const accepted = acceptedParts({ ...conversion, parts }, account, (ledger) => {
      if (source.count() > 0) return refuses(ledger)
      reportNothingSelected(session, input.found, cabinet, 'error')
      throw new Failure('Nothing was written.')
    })
    const { overwrite } = flags
    files = await writeDirectory(accepted, resolve(cwd, out), { signal, overwrite })
    splitting?.save()
    locking?.save()
  } catch (error) {
    if (account.refused.length === 0) throw error
  }
  const { ledger, refused } = account
  if (ledger === undefined) throw new RangeError('The account is settled before files get names.')
  const splits = splitting?.splits.counts() ?? new Map()
  const leaks = splitting?.splits.leaks() ?? []
  const steps = prepared.ledgers()
  return { documents: source.count(), splits, leaks, files, steps, ledger, refused }
}

/** What is known when the last part was made. */
interface SettledAccount {
  ledger?: Ledger
  refused: readonly LedgerEntry[]
}

/**
 * The parts of a conversion. After the last one the account is settled; when it is refused the stream
 * fails, and what was written so far never gets its name.
 */
async function* acceptedParts(
  conversion: Conversion,
  account: SettledAccount,
  refuses: (ledger: Ledger) => readonly LedgerEntry[],
): AsyncGenerator<Part> {
  yield* conversion.parts
  account.ledger = conversion.ledger()
  account.refused = refuses(account.ledger)
  if (account.refused.length > 0) throw new Failure('Losses were refused.')
}

function countDocuments(documents: AsyncIterable<LabeledDocument>) {
  let count = 0
  async function* counted(): AsyncGenerator<LabeledDocument> {
    for await (const document of documents) {
      if (document.segment === undefined || document.segment.index === 0) count += 1
      yield document
    }
  }
  return { documents: counted(), count: () => count }
}
