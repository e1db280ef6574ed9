import type { Format, LedgerEntry } from '@labelport/format'
import type { LabeledDocument, StatementCounts } from '@labelport/model'
import type { ConvertContext } from '../convert.ts'
import type { Plan } from '../plan.ts'
import { planAll } from './plan-all.ts'
import { lossOrder } from './ranking.ts'
import { type Variant, variantsOf } from './variants.ts'

/** An option that keeps what the default would lose. */
export interface Remedy {
  /** As `name=value`. */
  readonly option: string
  /** The losses it makes smaller, with how many statements are saved of each. */
  readonly saves: readonly SavedLoss[]
  /** What would be lost in all with it. */
  readonly changed: StatementCounts
  readonly dropped: StatementCounts
}

/** A line of the ledger that gets smaller. */
export interface SavedLoss extends Pick<LedgerEntry, 'type' | 'effect' | 'code'> {
  readonly count: number
}

/** How many variants are rehearsed in one pass, so that what their writers hold stays small. */
const batch = 8

/**
 * Tries the other values of a format's options, one at a time, and names those with which less is lost, the best
 * first. Every number is that of a rehearsal. `read` reads the documents anew on each call; nothing is read for a
 * format that loses nothing or has no such options. Options that are refused, or lose as much, are left out.
 */
export async function remediesFor(
  read: () => AsyncIterable<LabeledDocument>,
  format: Format,
  base: Plan,
  context: ConvertContext,
): Promise<readonly Remedy[]> {
  const { entries } = base.ledger
  if (entries.length === 0) return []
  const quiet: ConvertContext = { ...context, defaults: false, report: () => {} }
  const found: { readonly remedy: Remedy; readonly plan: Plan }[] = []
  const variants = variantsOf(format)
  for (let from = 0; from < variants.length; from += batch) {
    const some = variants.slice(from, from + batch)
    const candidates = some.map((variant) => ({ format: variant.format, context: quiet }))
    const rehearsals = await planAll(read(), candidates)
    for (const [at, rehearsal] of rehearsals.entries()) {
      const variant = some[at]
      if (variant === undefined || rehearsal.type === 'refused') continue
      if (lossOrder(rehearsal.plan, base) >= 0) continue
      found.push({ remedy: remedyOf(variant, rehearsal.plan, entries), plan: rehearsal.plan })
    }
  }
  return found.sort((a, b) => lossOrder(a.plan, b.plan)).map(({ remedy }) => remedy)
}

function remedyOf(
  { option, value }: Variant,
  { ledger }: Plan,
  entries: readonly LedgerEntry[],
): Remedy {
  const counts = new Map(ledger.entries.map((entry) => [keyOf(entry), entry.count]))
  const saves = entries.flatMap((entry) => {
    const { type, effect, code } = entry
    const count = entry.count - (counts.get(keyOf(entry)) ?? 0)
    return count > 0 ? [{ type, effect, code, count }] : []
  })
  const { changed, dropped } = ledger
  return { option: `${option}=${String(value)}`, saves, changed, dropped }
}

function keyOf({ type, effect, code }: LedgerEntry): string {
  return `${type} ${effect} ${code}`
}
