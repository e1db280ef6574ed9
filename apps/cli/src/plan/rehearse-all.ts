import { byLoss, diagnosticsOf } from '@labelport/dataset'
import type { Destination } from '../choose.ts'
import { jobsOf } from '../convert/shard-flags.ts'
import type { OpenedInput } from '../input.ts'
import type { Session } from '../session.ts'
import type { PlanFlags } from './plan-flags.ts'
import { type Rehearsals, rehearse } from './rehearse.ts'

/**
 * Rehearses conversions, on several threads where that pays: each reads everything and rehearses some of the formats.
 * The result does not depend on their number.
 */
export async function rehearseAll(
  session: Session,
  input: OpenedInput,
  { flags, operands }: { readonly flags: PlanFlags; readonly operands: readonly string[] },
  destinations: readonly Destination[],
): Promise<Rehearsals> {
  let bytes = 0
  for (const { cabinets } of input.found.projects) {
    for (const { files } of cabinets) for (const { size = 0 } of files) bytes += size
  }
  const jobs = Math.min(jobsOf(flags, bytes), destinations.length)
  if (jobs <= 1 || session.worker === undefined) {
    return rehearse(session, input, flags, destinations)
  }
  const { rehearseOnThreads } = await import('./plan-thread.ts')
  const ids = destinations.map(({ format }) => format.id)
  const size = Math.ceil(ids.length / jobs)
  const groups = Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size),
  )
  const found = await rehearseOnThreads(session, session.worker, groups, {
    flags,
    operands,
    directories: input.found.directories ?? [],
  })
  for (const diagnostic of diagnosticsOf(found)) session.report(diagnostic)
  // One thread rehearses what is like the first destination before the rest, and keeps that order among equals.
  const first = destinations[0]?.training
  const order = [
    ...destinations.filter(({ training }) => training === first),
    ...destinations.filter(({ training }) => training !== first),
  ].map(({ format }) => format.id)
  const place = ({ format }: { readonly format: string }): number => order.indexOf(format)
  return {
    plans: found
      .flatMap(({ rehearsals }) => rehearsals.plans)
      .sort((a, b) => place(a) - place(b))
      .sort(byLoss),
    refused: found
      .flatMap(({ rehearsals }) => rehearsals.refused)
      .sort((a, b) => place(a) - place(b)),
    steps: found[0]?.rehearsals.steps ?? [],
  }
}
