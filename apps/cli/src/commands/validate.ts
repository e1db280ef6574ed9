import { selectCabinet, summarize } from '@labelport/dataset'
import { defineCommand } from '../command.ts'
import { type ExitCode, exitCodes, UsageError } from '../exit.ts'
import { failureDiagnostic } from '../failure-diagnostic.ts'
import { inputFlags, inputOperands, openInput } from '../input.ts'
import { openLibrary } from '../library.ts'
import type { Session } from '../session.ts'
import { counted } from '../table.ts'

const { cabinet: _, ...readingFlags } = inputFlags

/** `labelport validate`: everything that is wrong with an export. */
export const validate = defineCommand({
  name: 'validate',
  about: 'Reads every copy of every document and lists everything that is wrong, with its place.',
  operands: inputOperands,
  flags: {
    report: {
      type: 'value',
      value: '<kind>',
      default: 'text',
      help: 'text, json (the same as --json) or sarif (SARIF 2.1.0, for code scanners)',
    },
    ...readingFlags,
  },
  listsDiagnostics: true,
  isJson: ({ report }) => report === 'json' || report === 'sarif',
  examples: [
    'labelport validate export.zip',
    'labelport validate unpacked/ --json',
    'labelport validate export.zip --report sarif > export.sarif',
  ],
  async run({ flags, operands }, session) {
    if (!['text', 'json', 'sarif'].includes(flags.report)) {
      throw new UsageError(`--report is text, json or sarif; "${flags.report}" is none of them.`)
    }
    const read = async (): Promise<number> => {
      const library = await openLibrary(session, flags.plugin)
      const input = await openInput(session, library, operands, flags)
      const { totals } = await summarize(input.documents(selectCabinet('all')))
      return totals.documents
    }
    if (flags.report === 'sarif') return writeSarif(session, read)
    const documents = await read()
    const { kept, counts } = session.diagnostics
    session.result({ documents, diagnostics: kept, diagnosticCounts: counts }, () => {
      const trouble = session.diagnostics.describe() || 'nothing wrong'
      return `Read ${counted(documents, 'document')}: ${trouble}.\n`
    })
    return exitCodes.done
  },
})

/** Also what ends the reading becomes a result, so that a log is always there to look at. */
async function writeSarif(session: Session, read: () => Promise<number>): Promise<ExitCode> {
  const failure = await read().then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof UsageError || session.signal.aborted) throw error
      return failureDiagnostic(error)
    },
  )
  if (failure !== undefined) session.report(failure)
  const { kept, counts } = session.diagnostics
  const { sarifLog } = await import('../sarif/log.ts')
  const { version } = session
  const ended = failure && { failure: { ...failure, message: session.safe(failure.message) } }
  const input = { version, diagnostics: kept, counts, ...ended }
  session.result(sarifLog(input), () => '')
  return failure === undefined ? exitCodes.done : exitCodes.failed
}
