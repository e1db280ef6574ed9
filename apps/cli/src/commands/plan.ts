import {
  hidePeople,
  type Plan,
  plan,
  prepare,
  type StepLedger,
  selectForWriting,
} from '@labelport/dataset'
import { pseudonymsOf, type Report } from '@labelport/format'
import { type StatementCounts, statementTypes } from '@labelport/model'
import { chooseDestinations, destinationsOf } from '../choose.ts'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit.ts'
import { inputFlags, inputOperands, openInput } from '../input.ts'
import { entriesText } from '../ledger-text.ts'
import { openLibrary } from '../library.ts'
import { cabinetFor, preparationFlags, stepsOf, stepsText } from '../preparation.ts'
import { reportNothingSelected } from '../selection.ts'
import type { Session } from '../session.ts'
import { type TableColumn, table } from '../table.ts'
import { wrap } from '../wrap.ts'

/** `labelport plan`: what conversions would lose. */
export const planCommand = defineCommand({
  name: 'plan',
  about:
    'Rehearses conversions without writing anything and ranks them by what they would lose, least first.',
  operands: inputOperands,
  flags: {
    to: {
      type: 'value',
      value: '<a,b,…>',
      help: 'formats and targets to compare; all when absent',
    },
    ...inputFlags,
    ...preparationFlags,
  },
  examples: [
    'labelport plan export.zip',
    'labelport plan export.zip --to huggingface,conll --json',
  ],
  async run({ flags, operands }, session) {
    const library = await openLibrary(session, flags.plugin)
    const chosen =
      flags.to === undefined ? destinationsOf(library) : chooseDestinations(library, flags.to)
    const input = await openInput(session, library, operands, flags)
    const steps = stepsOf(flags)
    const cabinet = cabinetFor(flags)
    const plans: Plan[] = []
    let ledgers: readonly StepLedger[] = []
    const reportOnce = onceByCode(session.report)
    for (const [at, { format, training }] of chosen.entries()) {
      // Every rehearsal reads anew; what is wrong with the files is told by the first.
      const reportReading = at === 0 ? session.report : () => {}
      const select = selectForWriting(cabinet, { training, report: reportOnce })
      const documents = input.documents(select, reportReading)
      const prepared = prepare(documents, steps, { report: reportReading })
      const { report, signal } = session
      // The conversion writes pseudonyms into training data, whatever the key, and this is its rehearsal.
      const written = training
        ? hidePeople(prepared.documents, pseudonymsOf(''))
        : prepared.documents
      const planned = await plan(written, format, { report, signal })
      if (total(planned.ledger.source) === 0) {
        reportNothingSelected(session, input.found, cabinet, 'error')
        break
      }
      plans.push(planned)
      if (at === 0) ledgers = prepared.ledgers()
    }
    const ranked = plans.sort(byLoss)
    const { kept, counts } = session.diagnostics
    const value = {
      plans: ranked,
      ...(ledgers.length === 0 ? {} : { steps: ledgers }),
      diagnostics: kept,
      diagnosticCounts: counts,
    }
    session.result(value, () =>
      ranked.length === 0 ? '' : stepsText(ledgers, session) + plansText(ranked, session),
    )
    return exitCodes.done
  },
})

/** Every rehearsal chooses copies anew; what there is to say about the choice is said once. */
function onceByCode(report: Report): Report {
  const told = new Set<string>()
  return (diagnostic) => {
    if (!told.has(diagnostic.code)) report(diagnostic)
    told.add(diagnostic.code)
  }
}

/** Fewest statements dropped first, then fewest changed, then fewest lost facts. */
function byLoss(a: Plan, b: Plan): number {
  return (
    total(a.ledger.dropped) - total(b.ledger.dropped) ||
    total(a.ledger.changed) - total(b.ledger.changed) ||
    factsLost(a) - factsLost(b)
  )
}

function total(counts: StatementCounts): number {
  return statementTypes.reduce((sum, type) => sum + counts[type], 0)
}

function factsLost({ features }: Plan): number {
  return features.reduce((sum, { count }) => sum + count, 0)
}

function plansText(plans: readonly Plan[], session: Session): string {
  const columns: TableColumn[] = [
    { title: 'to' },
    { title: 'kept', align: 'right' },
    { title: 'changed', align: 'right' },
    { title: 'dropped', align: 'right' },
    { title: 'facts lost', align: 'right' },
  ]
  const rows = plans.map((one) => [
    one.format,
    total(one.ledger.kept),
    total(one.ledger.changed),
    total(one.ledger.dropped),
    factsLost(one),
  ])
  const details = plans.map((one) => {
    const lost = one.features.map(({ feature, effect, count }) => `${feature} ${effect} (${count})`)
    const features = lost.length === 0 ? 'none' : lost.join(', ')
    const text = wrap(`Features not kept in full: ${features}.`, session.width, 2)
    return `${one.format}\n${indented(entriesText(one.ledger.entries, session))}  ${text}\n`
  })
  return `${table(columns, rows, session.width)}\n${details.join('\n')}`
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
