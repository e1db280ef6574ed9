import { allStatements, type Remedy } from '@labelport/dataset'
import { grouped, statementNoun } from './words.ts'

interface RemediesProps {
  /** Absent while they are looked for. */
  readonly remedies: readonly Remedy[] | undefined
  readonly onTake: (name: string, value: string) => void
}

/** Options that would lose less, each one click from being taken. */
export function Remedies({ remedies, onTake }: RemediesProps) {
  if (remedies === undefined) {
    return (
      <p class="hint" role="status">
        Trying the options for one that loses less{'\u2026'}
      </p>
    )
  }
  if (remedies.length === 0) return <p class="hint">No single option would lose less.</p>
  return (
    <ul class="remedies" aria-label="Options that lose less">
      {remedies.map(({ option, saves, dropped, changed }) => {
        const sign = option.indexOf('=')
        const [name, value] = [option.slice(0, sign), option.slice(sign + 1)]
        return (
          <li key={option}>
            <p>
              <code>{option}</code> saves{' '}
              {saves.map(({ type, code, count }, at) => (
                <span key={`${type} ${code}`}>
                  {at > 0 && ', '}
                  {grouped(count)} {statementNoun(type, count)} <code class="set-type">{code}</code>
                </span>
              ))}
              ; {grouped(allStatements(dropped))} dropped and {grouped(allStatements(changed))}{' '}
              changed in all.
            </p>
            <button
              type="button"
              class="button small"
              aria-label={`Take it: ${option}`}
              onClick={() => onTake(name, value)}
            >
              Take it
            </button>
          </li>
        )
      })}
    </ul>
  )
}
