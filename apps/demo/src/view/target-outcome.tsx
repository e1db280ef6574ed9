import type { Ledger } from '@labelport/format'
import type { ConversionChoice, TargetPlan } from '../conversion-view.ts'
import type { WritableFormat } from '../protocol.ts'
import type { Session } from '../state/session.ts'
import { LedgerTable } from './ledger-table.tsx'
import { LossList } from './loss-list.tsx'
import { lossPlace } from './loss-place.ts'
import { Remedies } from './remedies.tsx'

interface TargetOutcomeProps {
  readonly session: Session
  readonly choice: ConversionChoice
  readonly plan: TargetPlan
  /** Absent until it was converted. */
  readonly result: { readonly ledger: Ledger } | undefined
  /** Whether no other target was chosen, so that it needs no name. */
  readonly alone: boolean
  readonly onChoose: (choice: ConversionChoice) => void
}

/** What one target keeps, changes and drops, and what would lose less. */
export function TargetOutcome(props: TargetOutcomeProps) {
  const { session, choice, plan, result, alone, onChoose } = props
  const { format, features, remedies } = plan
  const ledger = result?.ledger ?? plan.ledger
  const known = session.catalog?.writable.find(({ id }) => id === format)
  const take = (name: string, value: string): void => {
    const targets = choice.targets.map((one) =>
      one.format === format ? { format, options: { ...one.options, [name]: value } } : one,
    )
    onChoose({ ...choice, targets })
  }
  return (
    <section class="target-outcome" aria-label={known?.title ?? format}>
      {!alone && <h3>{known?.title ?? format}</h3>}
      <LedgerTable ledger={ledger} />
      {result === undefined && plan.ledger.entries.length > 0 && (
        <Remedies remedies={remedies} onTake={take} />
      )}
      <LossList
        session={session}
        entries={ledger.entries}
        features={features}
        placeOf={({ document, id }, type) => lossPlace(session, choice, document, id, type)}
      />
      {known !== undefined && <Unverified format={known} />}
    </section>
  )
}

function Unverified({ format: { unverified } }: { readonly format: WritableFormat }) {
  if (unverified.length === 0) return null
  return (
    <details class="unverified">
      <summary>Nobody has seen all of this in a real file yet</summary>
      <ul>
        {unverified.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
