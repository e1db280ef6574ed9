import {
  byLoss,
  type ConvertContext,
  hidePeople,
  type Plan,
  planAll,
  prepare,
  type Rehearsal,
  type Remedy,
  remediesFor,
  type StepLedger,
  selectForWriting,
} from '@labelport/dataset'
import { type Format, pseudonymsOf, type Report } from '@labelport/format'
import type { Destination } from '../choose.ts'
import type { OpenedInput } from '../input.ts'
import { labelLockingOf, labelsIn } from '../label-locking.ts'
import { cabinetFor, stepsOf } from '../preparation.ts'
import type { Session } from '../session.ts'
import { showing, surveyedSplittingOf } from '../splitting.ts'
import type { PlanFlags } from './plan-flags.ts'

/** A plan with the options that would lose less. */
export interface RemediedPlan extends Plan {
  /** Best first. Empty when nothing is lost, when no option helps, and when none were tried. */
  readonly remedies: readonly Remedy[]
}

/** What came of all rehearsals. */
export interface Rehearsals {
  /** Least loss first. */
  readonly plans: readonly RemediedPlan[]
  readonly refused: readonly Extract<Rehearsal, { type: 'refused' }>[]
  readonly steps: readonly StepLedger[]
}

/**
 * Rehearses conversions as `convert` would do them with these flags: training data in one pass, formats in another,
 * for they are given other copies and call people otherwise. Options are tried only for destinations that were named,
 * each with some more passes.
 */
export async function rehearse(
  session: Session,
  input: OpenedInput,
  flags: PlanFlags,
  destinations: readonly Destination[],
): Promise<Rehearsals> {
  const reportChoice = onceByCode(session.report)
  const cabinet = cabinetFor(flags)
  const preparing = (training: boolean, report: Report) => {
    const select = selectForWriting(cabinet, { training, report: reportChoice })
    const prepared = prepare(input.documents(select, report), stepsOf(flags), { report })
    // The conversion writes pseudonyms into training data, whatever the key, and this is its rehearsal.
    const { documents } = prepared
    return {
      ...prepared,
      documents: training ? hidePeople(documents, pseudonymsOf('')) : documents,
    }
  }
  const quiet = (training: boolean) => () => preparing(training, () => {}).documents
  const anyTraining = destinations[0]?.training ?? false
  const splitting = await surveyedSplittingOf(session, flags, showing(quiet(anyTraining)))
  const locking = await labelLockingOf(session, flags, () => labelsIn(quiet(anyTraining)()))
  const { report, signal } = session
  const context: ConvertContext = {
    report,
    signal,
    ...(splitting && { splits: splitting.splits }),
    ...(locking && { labels: locking.labels }),
  }
  const plans: RemediedPlan[] = []
  const refused: Extract<Rehearsal, { type: 'refused' }>[] = []
  let steps: readonly StepLedger[] | undefined
  for (const training of [anyTraining, !anyTraining]) {
    const formats = destinations.filter((one) => one.training === training).map(formatOf)
    if (formats.length === 0) continue
    // The second pass reads the same files; what is wrong with them is told by the first.
    const prepared = preparing(training, steps === undefined ? report : () => {})
    const candidates = formats.map((format) => ({ format, context }))
    const rehearsals = await planAll(prepared.documents, candidates)
    steps ??= prepared.ledgers()
    for (const [at, rehearsal] of rehearsals.entries()) {
      const format = formats[at]
      if (rehearsal.type === 'refused' || format === undefined) {
        if (rehearsal.type === 'refused') refused.push(rehearsal)
        continue
      }
      const { plan } = rehearsal
      const remedies =
        flags.to === undefined ? [] : await remediesFor(quiet(training), format, plan, context)
      plans.push({ ...plan, remedies })
    }
  }
  return { plans: plans.sort(byLoss), refused, steps: steps ?? [] }
}

function formatOf({ format }: Destination): Format {
  return format
}

/** Every pass chooses copies anew; what there is to say about the choice is said once. */
function onceByCode(report: Report): Report {
  const told = new Set<string>()
  return (diagnostic) => {
    if (!told.has(diagnostic.code)) report(diagnostic)
    told.add(diagnostic.code)
  }
}
