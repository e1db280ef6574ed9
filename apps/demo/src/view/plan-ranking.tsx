import { allStatements, factsLost } from '@labelport/dataset'
import type { PlanView } from '../conversion-view.ts'
import { FateBar } from './fate-bar.tsx'
import { grouped } from './words.ts'

interface PlanRankingProps {
  readonly plan: PlanView
  readonly titleOf: (id: string) => string
  /** Absent where the targets are chosen already. */
  readonly onChoose?: (id: string) => void
}

/** Targets by what they would lose, least first. */
export function PlanRanking({ plan: { targets }, titleOf, onChoose }: PlanRankingProps) {
  return (
    <table class="ledger ranking">
      <caption class="visually-hidden">Targets by what they would lose, least first</caption>
      <thead>
        <tr>
          <th scope="col">Target</th>
          <th scope="col">Kept</th>
          <th scope="col">Changed</th>
          <th scope="col">Dropped</th>
          <th scope="col" title="What the format has no place for or keeps in another form">
            Finer points
          </th>
          <td class="share" />
          {onChoose !== undefined && <td />}
        </tr>
      </thead>
      <tbody>
        {targets.map(({ format, ledger, features }) => {
          const counts = {
            kept: allStatements(ledger.kept),
            changed: allStatements(ledger.changed),
            dropped: allStatements(ledger.dropped),
          }
          return (
            <tr key={format}>
              <th scope="row">{titleOf(format)}</th>
              <td class="kept">{grouped(counts.kept)}</td>
              <td class="changed">{grouped(counts.changed)}</td>
              <td class="dropped">{grouped(counts.dropped)}</td>
              <td>{grouped(factsLost({ format, ledger, features }))}</td>
              <FateBar counts={counts} />
              {onChoose !== undefined && (
                <td>
                  <button
                    type="button"
                    class="button small"
                    aria-label={`Choose ${titleOf(format)}`}
                    onClick={() => onChoose(format)}
                  >
                    Choose
                  </button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
