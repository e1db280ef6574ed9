import { allStatements } from '@labelport/dataset'
import { chooseDestinations, destinationsOf } from '../choose.ts'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { inputOperands, openInput } from '../input.ts'
import { openLibrary } from '../library.ts'
import { planFlags } from '../plan/plan-flags.ts'
import { plansText } from '../plan/plans-text.ts'
import { rehearseAll } from '../plan/rehearse-all.ts'
import { cabinetFor } from '../preparation.ts'
import { reportNothingSelected } from '../selection.ts'

/** `labelport plan`: what conversions would lose. */
export const planCommand = defineCommand({
  name: 'plan',
  about:
    'Rehearses conversions without writing anything, ranks them by what they would lose, least first, and names the options that would lose less.',
  operands: inputOperands,
  flags: planFlags,
  examples: [
    'labelport plan export.zip',
    'labelport plan export.zip --to huggingface,conll --json',
    'labelport plan export.zip --to conll,spacy --merge majority',
  ],
  async run({ flags, operands }, session) {
    const library = await openLibrary(session, flags.plugin)
    const chosen =
      flags.to === undefined
        ? await destinationsOf(library)
        : await chooseDestinations(library, flags.to)
    const input = await openInput(session, library, operands, flags)
    const rehearsals = await rehearseAll(session, input, { flags, operands }, chosen)
    const { plans, refused, steps } = rehearsals
    const empty = plans.some(({ ledger }) => allStatements(ledger.source) === 0)
    if (empty) reportNothingSelected(session, input.found, cabinetFor(flags), 'error')
    // Of all there are some may not fit; what was named has to.
    if (flags.to !== undefined) for (const { diagnostic } of refused) session.report(diagnostic)
    const { kept, counts } = session.diagnostics
    const value = {
      plans: empty ? [] : plans,
      ...(refused.length === 0 ? {} : { refused }),
      ...(steps.length === 0 ? {} : { steps }),
      diagnostics: kept,
      diagnosticCounts: counts,
    }
    session.result(value, () => (empty ? '' : plansText(rehearsals, session)))
    return exitCodes.done
  },
})
