import { selectCabinet, summarize } from '@labelport/dataset'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { inputFlags, inputOperands, openInput } from '../input.ts'
import { openLibrary } from '../library.ts'
import { counted } from '../table.ts'

const { cabinet: _, ...flags } = inputFlags

/** `labelport validate`: everything that is wrong with an export. */
export const validate = defineCommand({
  name: 'validate',
  about: 'Reads every copy of every document and lists everything that is wrong, with its place.',
  operands: inputOperands,
  flags,
  listsDiagnostics: true,
  examples: ['labelport validate export.zip', 'labelport validate unpacked/ --json'],
  async run({ flags, operands }, session) {
    const library = await openLibrary(session, flags.plugin)
    const input = await openInput(session, library, operands, flags)
    const { totals } = await summarize(input.documents(selectCabinet('all')))
    const { kept, counts } = session.diagnostics
    const value = { documents: totals.documents, diagnostics: kept, diagnosticCounts: counts }
    session.result(value, () => {
      const trouble = session.diagnostics.describe() || 'nothing wrong'
      return `Read ${counted(totals.documents, 'document')}: ${trouble}.\n`
    })
    return exitCodes.done
  },
})
