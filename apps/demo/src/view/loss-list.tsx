import type { FeatureLoss } from '@labelport/dataset'
import type { LedgerEntry } from '@labelport/format'
import type { StatementType } from '@labelport/model'
import type { Place } from '../state/place.ts'
import type { Session } from '../state/session.ts'
import { Link } from './link.tsx'
import { grouped, statementNoun } from './words.ts'

interface LossListProps {
  readonly entries: readonly LedgerEntry[]
  readonly features: readonly FeatureLoss[]
  /** Where an example lies. Undefined where it cannot be shown. */
  readonly placeOf: (example: Example, type: StatementType) => Partial<Place> | undefined
  readonly session: Session
}

type Example = LedgerEntry['examples'][number]

/** Every loss with its reason, how often it happens and where it happens first. */
export function LossList({ entries, features, placeOf, session }: LossListProps) {
  return (
    <>
      {entries.length === 0 && <p class="lossless">Every statement is kept as it is.</p>}
      {entries.length > 0 && (
        <ul class="losses">
          {[...entries].sort(gravest).map(({ effect, type, code, reason, count, examples }) => (
            <li key={`${type} ${effect} ${code}`} class={effect}>
              <p class="loss-head">
                <b>
                  {grouped(count)} {statementNoun(type, count)} {effect}
                </b>
                <code>{code}</code>
              </p>
              <p>{reason}</p>
              <details>
                <summary>Where</summary>
                <ul class="examples">
                  {examples.map((example) => (
                    <li key={`${example.document} ${example.id}`} dir="auto">
                      <ExampleLink
                        session={session}
                        example={example}
                        to={placeOf(example, type)}
                      />
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
      {features.length > 0 && (
        <details class="features">
          <summary>Finer points the format has no place for, or keeps in another form</summary>
          <ul>
            {features.map(({ feature, effect, count }) => (
              <li key={feature}>
                <code>{feature}</code> {effect}, {grouped(count)} {count === 1 ? 'fact' : 'facts'}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What is dropped before what is changed, then by how often it happens. */
function gravest(a: LedgerEntry, b: LedgerEntry): number {
  return Number(a.effect !== 'dropped') - Number(b.effect !== 'dropped') || b.count - a.count
}

interface ExampleLinkProps {
  readonly session: Session
  readonly example: Example
  readonly to: Partial<Place> | undefined
}

function ExampleLink({ session, example: { document, id }, to }: ExampleLinkProps) {
  const name = (
    <>
      {document} <code>{id}</code>
    </>
  )
  return to === undefined ? (
    name
  ) : (
    <Link session={session} to={to}>
      {name}
    </Link>
  )
}
