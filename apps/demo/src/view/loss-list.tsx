import type { FeatureLoss } from '@labelport/dataset'
import type { LedgerEntry } from '@labelport/format'
import { grouped, statementNoun } from './words.ts'

interface LossListProps {
  readonly entries: readonly LedgerEntry[]
  readonly features: readonly FeatureLoss[]
}

/** Every loss with its reason, how often it happens and where it happens first. */
export function LossList({ entries, features }: LossListProps) {
  return (
    <>
      {entries.length === 0 && <p class="lossless">Every statement is kept as it is.</p>}
      {entries.length > 0 && (
        <ul class="losses">
          {entries.map(({ effect, type, code, reason, count, examples }) => (
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
                  {examples.map(({ document, id }) => (
                    <li key={`${document} ${id}`} dir="auto">
                      {document} <code>{id}</code>
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
