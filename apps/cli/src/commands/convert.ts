import { resolve } from 'node:path'
import { type Conversion, convert, lossPolicy, prepare, selectForWriting } from '@labelport/dataset'
import type { Ledger, LedgerEntry, Part, Report } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type WrittenFile, writeDirectory } from '@labelport/node'
import { checkOut } from '../check-out.ts'
import { chooseDestination, withOptions } from '../choose.ts'
import { defineCommand } from '../command.ts'
import { exitCodes, Failure, UsageError } from '../exit.ts'
import { inputFlags, inputOperands, openInput } from '../input.ts'
import { labelLockingOf, lockFlags } from '../label-locking.ts'
import { entriesText, ledgerText } from '../ledger-text.ts'
import { openLibrary } from '../library.ts'
import { listOf } from '../parse.ts'
import { cabinetFor, preparationFlags, stepsOf, stepsText } from '../preparation.ts'
import { reportNothingSelected } from '../selection.ts'
import { splitFlags, splittingOf } from '../splitting.ts'
import { counted } from '../table.ts'

/** `labelport convert`: documents into another format, with an account of every statement. */
export const convertCommand = defineCommand({
  name: 'convert',
  about:
    'Writes the documents of an export as training data or in another format, and accounts for every statement.',
  operands: inputOperands,
  flags: {
    to: { type: 'value', value: '<id>', help: 'the format or target to write (labelport formats)' },
    out: {
      type: 'value',
      value: '<folder>',
      help: 'where to write; a folder that is not there yet',
    },
    overwrite: { type: 'switch', help: 'replace the folder when it is there' },
    option: { type: 'values', value: '<name=value>', help: 'an option of the format or target' },
    'no-loss': { type: 'switch', help: 'write nothing when anything would be changed or dropped' },
    allow: {
      type: 'values',
      value: '<code,…>',
      help: 'like --no-loss, but losses with these codes are accepted',
    },
    ...inputFlags,
    ...preparationFlags,
    ...splitFlags,
    ...lockFlags,
  },
  examples: [
    'labelport convert export.zip --to huggingface --out data',
    'labelport convert export.zip --to conll --out data --cabinet ann@example.org',
    'labelport convert export.zip --to conll --out data --allow conll/comment',
    'labelport convert export.zip --to conll --out data --merge majority',
    'labelport convert export.zip --to conll --out data --split train=0.9,test=0.1',
    'labelport convert a.csv --read-option csv.answers=Tag --to native --out data',
  ],
  async run({ flags, operands }, session) {
    if (flags.to === undefined) throw new UsageError('convert needs --to <id>.')
    if (flags.out === undefined) throw new UsageError('convert needs --out <folder>.')
    const library = await openLibrary(session, flags.plugin)
    const destination = chooseDestination(library, flags.to)
    const { format, training, defaults } = withOptions(destination, flags.option)
    const { report, signal, cwd } = session
    const steps = stepsOf(flags)
    const cabinet = cabinetFor(flags)
    const splitting = splittingOf(session, flags, format)
    if (flags.overwrite) checkOut(flags.out, cwd, operands)
    const input = await openInput(session, library, operands, flags)
    const read = (to: Report) => {
      const select = selectForWriting(cabinet, { training, report: to })
      return prepare(input.documents(select, to), steps, { report: to })
    }
    const locking = await labelLockingOf(session, flags, () => read(() => {}).documents)
    const prepared = read(report)
    const source = countDocuments(prepared.documents)
    const conversion = convert(source.documents, format, {
      report,
      signal,
      defaults,
      notes: [...prepared.notes, ...(splitting === undefined ? [] : [splitting.splits.note])],
      ...(splitting === undefined ? {} : { splits: splitting.splits }),
      ...(locking === undefined ? {} : { labels: locking.labels }),
    })
    const refuses = lossPolicy({ noLoss: flags['no-loss'], allow: flags.allow.flatMap(listOf) })
    const outcome: Outcome = { refused: [], files: [] }
    try {
      const accepted = acceptedParts(conversion, outcome, (ledger) => {
        if (source.count() > 0) return refuses(ledger)
        reportNothingSelected(session, input.found, cabinet, 'error')
        throw new Failure('Nothing was written.')
      })
      outcome.files = await writeDirectory(accepted, resolve(cwd, flags.out), {
        signal,
        overwrite: flags.overwrite,
      })
      splitting?.save()
      locking?.save()
    } catch (error) {
      if (outcome.refused.length === 0) throw error
    }
    const { ledger, refused, files } = outcome
    const { kept, counts } = session.diagnostics
    const ledgers = prepared.ledgers()
    const splits = [...(splitting?.splits.counts() ?? [])]
    const value = {
      format: format.id,
      written: refused.length === 0,
      out: flags.out,
      documents: source.count(),
      ...(splits.length === 0 ? {} : { splits: Object.fromEntries(splits) }),
      files,
      ...(ledgers.length === 0 ? {} : { steps: ledgers }),
      ledger,
      refused,
      diagnostics: kept,
      diagnosticCounts: counts,
    }
    session.result(value, () => {
      if (refused.length > 0 || ledger === undefined) {
        const reasons = entriesText(refused, session)
        return `Nothing was written, for these losses were not allowed:\n\n${reasons}`
      }
      const what = `${counted(source.count(), 'document')} as ${format.title}`
      const where = `${counted(files.length, 'file')} in ${flags.out}`
      const sizes = splits.map(([name, count]) => `${name} ${count}`).join(', ')
      const wrote = `Wrote ${what}: ${where}${sizes === '' ? '' : ` (${sizes})`}`
      const before = stepsText(ledgers, session)
      return `${session.safe(wrote)}\n\n${before}${ledgerText(ledger, session)}`
    })
    return refused.length > 0 ? exitCodes.refused : exitCodes.done
  },
})

/** What is known when the last part was made. */
interface Outcome {
  ledger?: Ledger
  refused: readonly LedgerEntry[]
  files: readonly WrittenFile[]
}

/**
 * The parts of a conversion. After the last one the account is settled; when it is refused the stream
 * fails, and what was written so far never gets its name.
 */
async function* acceptedParts(
  conversion: Conversion,
  outcome: Outcome,
  refuses: (ledger: Ledger) => readonly LedgerEntry[],
): AsyncGenerator<Part> {
  yield* conversion.parts
  outcome.ledger = conversion.ledger()
  outcome.refused = refuses(outcome.ledger)
  if (outcome.refused.length > 0) throw new Failure('Losses were refused.')
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
