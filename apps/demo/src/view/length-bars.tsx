import { lengthSteps } from '../state/filter.ts'
import type { Session } from '../state/session.ts'
import { narrowed } from './figures.tsx'
import { NumberLink } from './number-link.tsx'
import { counted, grouped } from './words.ts'

interface LengthBarsProps {
  readonly session: Session
  readonly lengths: readonly number[]
}

/** How many documents are how long. */
export function LengthBars({ session, lengths }: LengthBarsProps) {
  const first = lengths.findIndex((count) => count > 0)
  const last = lengths.findLastIndex((count) => count > 0)
  if (first === -1) return null
  const most = Math.max(...lengths)
  return (
    <section class="panel" aria-labelledby="lengths-title">
      <h3 id="lengths-title">
        Lengths <span class="set-type">characters in a document</span>
      </h3>
      <ol class="histogram">
        {lengths.map((count, step) =>
          step < first || step > last ? null : (
            <li key={step} class={session.filter.length === step ? 'chosen' : ''}>
              <NumberLink
                session={session}
                to={{ filter: narrowed(session.filter, { length: step }) }}
                label={`${counted(count, 'document')} of ${rangeOf(step)} characters`}
              >
                <span class="column-count">{count === 0 ? '' : grouped(count)}</span>
                <span class="column" style={{ blockSize: `${(100 * count) / most}%` }} />
              </NumberLink>
              <span class="column-title" aria-hidden="true">
                {short(lengthSteps[step] ?? 0)}
              </span>
            </li>
          ),
        )}
      </ol>
    </section>
  )
}

/** The lengths a bar stands for, in words. */
export function rangeOf(step: number): string {
  const least = lengthSteps[step] ?? 0
  const next = lengthSteps[step + 1]
  if (next === undefined) return `${grouped(least)} or more`
  return next - 1 === least ? grouped(least) : `${grouped(least)} to ${grouped(next - 1)}`
}

function short(least: number): string {
  return least >= 1000 ? `${least / 1000}k` : String(least)
}
