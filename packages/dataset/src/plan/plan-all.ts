import { type Diagnostic, type Format, FormatError } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ConvertContext } from '../convert.ts'
import { type Plan, plan } from '../plan.ts'
import { tee } from './tee.ts'

/** A conversion to rehearse. */
export interface PlanCandidate {
  readonly format: Format
  readonly context: ConvertContext
}

/** What came of a rehearsal: a plan, or why the format cannot be written from these documents. */
export type Rehearsal =
  | { readonly type: 'planned'; readonly plan: Plan }
  | { readonly type: 'refused'; readonly format: string; readonly diagnostic: Diagnostic }

/**
 * Rehearses several conversions in one pass: every writer gets each document before the next one is read, so no more
 * than one is held. A format that throws FormatError is refused, and the others go on. The order is that of the
 * candidates.
 */
export async function planAll(
  documents: AsyncIterable<LabeledDocument>,
  candidates: readonly PlanCandidate[],
): Promise<readonly Rehearsal[]> {
  // What reading throws ends all rehearsals; what a writer throws ends its own.
  let broken: { readonly error: unknown } | undefined
  async function* watched(): AsyncGenerator<LabeledDocument> {
    try {
      yield* documents
    } catch (error) {
      broken = { error }
      throw error
    }
  }
  const { branches, end } = tee(watched(), candidates.length)
  const rehearsals = await Promise.all(
    candidates.map(async ({ format, context }, at): Promise<Rehearsal> => {
      try {
        const branch = branches[at]
        if (branch === undefined) throw new RangeError('Every candidate has a branch.')
        return { type: 'planned', plan: await plan(branch, format, context) }
      } catch (error) {
        if (broken !== undefined || !FormatError.is(error)) throw error
        return { type: 'refused', format: format.id, diagnostic: error.diagnostic }
      } finally {
        end(at)
      }
    }),
  )
  if (broken !== undefined) throw broken.error
  return rehearsals
}
