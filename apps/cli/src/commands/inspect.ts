import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { inputOperands } from '../input.ts'
import { inspectFlags } from '../inspect/inspect-flags.ts'
import { openRanges } from '../inspect/open-ranges.ts'
import { summarizeInput } from '../inspect/summarize-input.ts'
import { reportNothingSelected } from '../selection.ts'
import { summaryText } from '../summary-text.ts'

/** `labelport inspect`: what is in an export. */
export const inspect = defineCommand({
  name: 'inspect',
  about: 'Shows what is in an export: projects, copies, documents, labels, and what was odd.',
  operands: inputOperands,
  flags: inspectFlags,
  examples: [
    'labelport inspect export.zip',
    'labelport inspect export.zip --cabinet all --json',
    'labelport inspect unpacked/ --cabinet ann@example.org',
  ],
  async run({ flags, operands }, session) {
    const ranges = await openRanges(session, flags, operands)
    const { input } = ranges
    const summary = await summarizeInput(session, ranges, flags, operands)
    if (summary.totals.documents === 0) {
      reportNothingSelected(session, input.found, flags.cabinet, 'warning')
    }
    const { kept, counts } = session.diagnostics
    const value = { ...summary, diagnostics: kept, diagnosticCounts: counts }
    session.result(value, () => summaryText(summary, input.found, session))
    return exitCodes.done
  },
})
