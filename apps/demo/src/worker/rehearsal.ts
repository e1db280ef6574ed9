import { byLoss, type Preparation, planAll, remediesFor } from '@labelport/dataset'
import type { ConversionChoice, PlanView, RefusedTarget, TargetPlan } from '../conversion-view.ts'
import type { Chosen } from './catalog.ts'
import { commandLines, commandNotes } from './command-line.ts'
import { type Material, openDiagnostics, orderOf, quiet } from './order.ts'

/**
 * Rehearses conversions: training data in one pass, formats in another, for they are given other copies and call
 * people otherwise. Where options are to be tried, the plan is told at once and again with those that lose less.
 */
export async function* rehearse(
  choice: ConversionChoice,
  tryOptions: boolean,
  material: Material,
): AsyncGenerator<PlanView> {
  const { opened, signal, library } = material
  const order = await orderOf(choice, material)
  const { rules } = order
  const { report, all } = openDiagnostics()
  const refused: RefusedTarget[] = []
  const planned: { readonly plan: TargetPlan; readonly chosen: Chosen }[] = []
  let first: Preparation | undefined
  for (const training of [true, false]) {
    const some = order.chosen.filter((one) => one.training === training)
    if (some.length === 0) continue
    const prepared = order.prepared(training, report)
    const splits = rules.splits(report)
    const context = { report, signal, ...(splits && { splits }) }
    const candidates = some.map(({ format, defaults }) => ({
      format,
      context: { ...context, defaults },
    }))
    const rehearsals = await planAll(prepared.documents, candidates)
    first ??= prepared
    for (const [at, one] of rehearsals.entries()) {
      const chosen = some[at]
      if (one.type === 'refused') refused.push(one)
      else if (chosen !== undefined) planned.push({ plan: one.plan, chosen })
    }
  }
  const projects = library.projects()
  // One of one needs no name.
  const project = projects.length > 1 ? projects[choice.project]?.project : undefined
  const steps = first?.ledgers() ?? []
  const view = (targets: readonly TargetPlan[]): PlanView => ({
    choice,
    documents: order.count,
    targets: [...targets].sort(byLoss),
    refused,
    steps,
    diagnostics: all(),
    commands: commandLines(opened, choice, project),
    commandNotes: commandNotes(opened, project),
  })
  yield view(planned.map(({ plan }) => plan))
  if (!tryOptions) return
  const remedied: TargetPlan[] = []
  for (const { plan, chosen } of planned) {
    const splits = rules.splits(quiet)
    const context = { report: quiet, signal, ...(splits && { splits }) }
    const read = () => order.prepared(chosen.training, quiet).documents
    remedied.push({ ...plan, remedies: await remediesFor(read, chosen.format, plan, context) })
  }
  yield view(remedied)
}
