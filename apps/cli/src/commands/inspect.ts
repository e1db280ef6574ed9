import { selectCabinet, summarize } from '@labelport/dataset'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { inputFlags, inputOperands, openInput } from '../input.ts'
import { openLibrary } from '../library.ts'
import { reportNothingSelected } from '../selection.ts'
import { summaryText } from '../summary-text.ts'

/** `labelport inspect`: what is in an export. */
export const inspect = defineCommand({
  name: 'inspect',
  about: 'Shows what is in an export: projects, copies, documents, labels, and what was odd.',
  operands: inputOperands,
  flags: inputFlags,
  examples: [
    'labelport inspect export.zip',
    'labelport inspect export.zip --cabinet all --json',
    'labelport inspect unpacked/ --cabinet ann@example.org',
  ],
  async run({ flags, operands }, session) {
    const library = await openLibrary(session, flags.plugin)
    const input = await openInput(session, library, operands, flags)
    const summary = await summarize(input.documents(selectCabinet(flags.cabinet)))
    if (summary.totals.documents === 0) {
      reportNothingSelected(session, input.found, flags.cabinet, 'warning')
    }
    const { kept, counts } = session.diagnostics
    const value = { ...summary, diagnostics: kept, diagnosticCounts: counts }
    session.result(value, () => summaryText(summary, input.found, session))
    return exitCodes.done
  },
})
