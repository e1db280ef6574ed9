import { useMemo } from 'preact/hooks'
import type { LabelView } from '../protocol.ts'
import type { Session } from '../state/session.ts'
import { narrowed } from './figures.tsx'
import { setTitle } from './label-counts.tsx'
import { labelPaints } from './label-paints.ts'
import { NumberLink } from './number-link.tsx'
import type { Bar } from './overview.ts'
import { grouped, statementNoun } from './words.ts'

interface LabelBarsProps {
  readonly session: Session
  readonly bars: readonly Bar[]
}

interface NamedBar extends Bar {
  readonly view: LabelView
}

/** How often every label was given, by label set. */
export function LabelBars({ session, bars }: LabelBarsProps) {
  const { register, projects, filter } = session
  const propertiesOf = useMemo(() => labelPaints(projects), [projects])
  const sets = new Map<string, NamedBar[]>()
  for (const bar of bars) {
    const view = register.labels[bar.position]
    if (view === undefined) continue
    const key = `${view.labelSet ?? ''}\n${view.type}`
    sets.set(key, [...(sets.get(key) ?? []), { ...bar, view }])
  }
  const groups = [...sets.values()].sort((a, b) => sum(b) - sum(a))
  return (
    <section class="panel label-bars" aria-labelledby="labels-title">
      <h3 id="labels-title">Labels</h3>
      {groups.length === 0 && <p class="nothing">No labels in this choice.</p>}
      {groups.map((group) => (
        <div key={`${group[0]?.view.labelSet} ${group[0]?.view.type}`}>
          <h4>
            <span dir="auto">{setTitle(group[0]?.view.labelSet)}</span>
            <span class="set-type">
              {grouped(sum(group))} {group[0] && statementNoun(group[0].view.type, sum(group))}
            </span>
          </h4>
          <ul>
            {[...group]
              .sort((a, b) => b.count - a.count)
              .map((bar) => (
                <li key={bar.position} style={propertiesOf(bar.view)}>
                  <NumberLink
                    session={session}
                    to={{ filter: narrowed(filter, { label: bar.position }) }}
                    class={filter.label === bar.position ? 'bar chosen' : 'bar'}
                  >
                    <span class="bar-name" dir="auto">
                      {bar.view.label ?? 'no label'}
                    </span>
                    <span class="bar-track" aria-hidden="true">
                      <span style={{ inlineSize: `${(100 * bar.count) / most(group)}%` }} />
                    </span>
                    <span class="count">{grouped(bar.count)}</span>
                  </NumberLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function sum(bars: readonly Bar[]): number {
  return bars.reduce((total, { count }) => total + count, 0)
}

function most(bars: readonly Bar[]): number {
  return bars.reduce((highest, { count }) => Math.max(highest, count), 1)
}
